import Button from '@atlaskit/button/new';
import { useFlags } from '@atlaskit/flag';
import { ErrorMessage, HelperMessage, Label, RequiredAsterisk } from '@atlaskit/form';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useId, useState } from 'react';
import { createProject, PROJECT_TEMPLATES } from '../../api/projects';
import { type Problem, problemSentences } from '../../api/reply';
import { ChoiceInput } from '../fields/choice-input';
import { successIcon } from '../flag-icons';
import { navigate } from '../router';

/** Creates a project for Jira administrators, who become its lead. The key is suggested until one is typed. */
export function CreateProjectDialog({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const { showFlag } = useFlags();
  const [name, setName] = useState('');
  const [typedKey, setTypedKey] = useState<string>();
  const [template, setTemplate] = useState<string>(PROJECT_TEMPLATES[0].id);
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const key = typedKey ?? suggestedKey(name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    const reply = await createProject({ name, key, projectTemplateKey: template });
    setSending(false);
    if (reply.kind !== 'ok') {
      setProblem(reply);
      return;
    }
    onClose();
    navigate(`/projects/${encodeURIComponent(key)}`);
    showFlag({ id: `created-${key}`, icon: successIcon, title: `You created ${name}`, isAutoDismiss: true });
  };
  const errors = problem?.kind === 'refused' ? problem.fieldErrors : {};
  const rest = problem === undefined ? [] : problemSentences(problem, ['projectName', 'projectKey']);
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Create project</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form id={`${id}-form`} noValidate onSubmit={(event) => void submit(event)}>
          <TextRow label="Name" value={name} error={errors.projectName} onChange={setName} autoFocus />
          <TextRow
            label="Key"
            hint="The beginning of every issue key of the project."
            value={key}
            error={errors.projectKey}
            onChange={(text) => setTypedKey(text.toUpperCase())}
          />
          <div className="field-row">
            <Label htmlFor={`${id}-template`}>Type</Label>
            <ChoiceInput
              id={`${id}-template`}
              allowed={PROJECT_TEMPLATES}
              chosen={template}
              isClearable={false}
              isInvalid={false}
              isRequired
              onChoose={(chosen) => setTemplate(chosen ?? template)}
            />
          </div>
          {rest.length > 0 && (
            <div role="alert">
              <ErrorMessage>{rest.join(' ')}</ErrorMessage>
            </div>
          )}
        </form>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="primary" type="submit" form={`${id}-form`} isLoading={isSending}>
          Create
        </Button>
      </ModalFooter>
    </Modal>
  );
}

interface TextRowProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly autoFocus?: boolean;
  readonly onChange: (text: string) => void;
}

function TextRow({ label, hint, value, error, autoFocus = false, onChange }: TextRowProps) {
  const id = useId();
  return (
    <div className="field-row">
      <Label htmlFor={id}>
        {label}
        <RequiredAsterisk />
      </Label>
      <Textfield
        id={id}
        value={value}
        autoFocus={autoFocus}
        isRequired
        isInvalid={error !== undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {hint !== undefined && error === undefined && <HelperMessage>{hint}</HelperMessage>}
      {error !== undefined && (
        <div role="alert">
          <ErrorMessage>{error}</ErrorMessage>
        </div>
      )}
    </div>
  );
}

/** The initials of several words, or the beginning of one. */
function suggestedKey(name: string): string {
  const words = name.toUpperCase().match(/[A-Z][A-Z0-9]*/g) ?? [];
  return words.length > 1 ? words.map((word) => word.charAt(0)).join('') : (words[0] ?? '').slice(0, 4);
}
