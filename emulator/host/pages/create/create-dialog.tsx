import Button from '@atlaskit/button/new';
import { useFlags } from '@atlaskit/flag';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useId, useState } from 'react';
import { createIssue } from '../../api/issues';
import type { Problem } from '../../api/reply';
import { successIcon } from '../flag-icons';
import { navigate } from '../router';
import { CreateFields } from './create-fields';
import { TargetInputs } from './target-inputs';
import { useCreateTarget } from './use-create-target';

/** Creates an issue. What was typed survives a change of project or work type. */
export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const formId = useId();
  const target = useCreateTarget();
  const [isSending, setSending] = useState(false);
  const { showFlag } = useFlags();
  const { project, workType } = target;
  const send = async (fields: Readonly<Record<string, unknown>>): Promise<Problem | undefined> => {
    setSending(true);
    const reply = await createIssue(fields);
    setSending(false);
    if (reply.kind !== 'ok') return reply;
    const { key } = reply.value;
    onClose();
    navigate(`/browse/${key}`);
    showFlag({ id: `created-${key}`, icon: successIcon, title: `You created ${key}`, isAutoDismiss: true });
    return undefined;
  };
  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>Create issue</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <TargetInputs target={target} />
        {project !== undefined && workType !== undefined && (
          <CreateFields formId={formId} project={project} workType={workType} onSend={send} />
        )}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="primary" type="submit" form={formId} isLoading={isSending} isDisabled={!workType}>
          Create
        </Button>
      </ModalFooter>
    </Modal>
  );
}
