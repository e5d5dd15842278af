import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useId, useState } from 'react';
import type { Issue } from '../../api/issue-shape';
import { findAssignable } from '../../api/people';
import type { Problem } from '../../api/reply';
import { doTransition, type Transition } from '../../api/transitions';
import { FieldForm } from '../fields/field-form';
import { formFields } from '../fields/use-field-form';

interface TransitionDialogProps {
  readonly issue: Issue;
  readonly transition: Transition;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The screen of a transition. A refusal is shown in it, and what was typed stays. */
export function TransitionDialog({ issue, transition, onDone, onClose }: TransitionDialogProps) {
  const formId = useId();
  const [isSending, setSending] = useState(false);
  const [fields] = useState(() => formFields(transition.fields, issue.fields));
  const send = async (changed: Readonly<Record<string, unknown>>): Promise<Problem | undefined> => {
    setSending(true);
    const reply = await doTransition(issue.key, transition.id, changed);
    setSending(false);
    if (reply.kind !== 'ok') return reply;
    onDone();
    return undefined;
  };
  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>{`${transition.name}: ${issue.key}`}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <FieldForm
          formId={formId}
          fields={fields}
          findPeople={(query) => findAssignable({ issueKey: issue.key }, query)}
          onSend={send}
        />
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="primary" type="submit" form={formId} isLoading={isSending}>
          {transition.name}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
