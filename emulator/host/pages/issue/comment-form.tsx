import Button from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import { type FormEvent, useState } from 'react';
import { adfFromMarkup } from '../../adf/adf-from-markup';
import { type Problem, problemSentences, type Reply } from '../../api/reply';
import { NO_TEXT, type RichText } from '../fields/rich-text';
import { RichTextInput } from '../fields/rich-text-input';

interface CommentFormProps {
  readonly label: string;
  readonly start?: RichText;
  /** `body` is a document of Jira. */
  readonly onSave: (body: object) => Promise<Reply<unknown>>;
  readonly onClose: () => void;
}

/** What somebody says. It stays as typed when it cannot be saved. */
export function CommentForm({ label, start = NO_TEXT, onSave, onClose }: CommentFormProps) {
  const [value, setValue] = useState(start);
  const [problem, setProblem] = useState<Problem>();
  const [isSaving, setSaving] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = adfFromMarkup(value.text, value.mentioned);
    if (body === null) return;
    setSaving(true);
    const reply = await onSave(body);
    setSaving(false);
    setProblem(reply.kind === 'ok' ? undefined : reply);
    if (reply.kind === 'ok') onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="in-place-form">
      <RichTextInput label={label} autoFocus value={value} isInvalid={problem !== undefined} onChange={setValue} />
      {problem !== undefined && (
        <div role="alert">
          <ErrorMessage>{problemSentences(problem).join(' ')}</ErrorMessage>
        </div>
      )}
      <div className="actions">
        <Button type="submit" appearance="primary" isLoading={isSaving} isDisabled={value.text.trim() === ''}>
          Save
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
