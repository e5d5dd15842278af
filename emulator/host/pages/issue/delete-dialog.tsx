import Button from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { type Problem, problemSentences, type Reply } from '../../api/reply';

interface DeleteDialogProps {
  readonly title: string;
  readonly text: string;
  readonly onDelete: () => Promise<Reply<unknown>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks before something goes for good. A refusal is shown in it. */
export function DeleteDialog({ title, text, onDelete, onDone, onClose }: DeleteDialogProps) {
  const [problem, setProblem] = useState<Problem>();
  const [isDeleting, setDeleting] = useState(false);
  const confirm = async () => {
    setDeleting(true);
    const reply = await onDelete();
    setDeleting(false);
    if (reply.kind === 'ok') onDone();
    else setProblem(reply);
  };
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle appearance="danger">{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <p>{text}</p>
        {problem !== undefined && (
          <div role="alert">
            <ErrorMessage>{problemSentences(problem).join(' ')}</ErrorMessage>
          </div>
        )}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="danger" autoFocus isLoading={isDeleting} onClick={() => void confirm()}>
          Delete
        </Button>
      </ModalFooter>
    </Modal>
  );
}
