import Button from '@atlaskit/button/new';
import AttachmentIcon from '@atlaskit/icon/core/attachment';
import LinkIcon from '@atlaskit/icon/core/link';
import SubtasksIcon from '@atlaskit/icon/core/subtasks';
import { useRef } from 'react';
import { attachFiles } from '../../api/attachments';
import { useAct } from './use-act';

export type Addition = 'subtask' | 'link';

interface QuickAddProps {
  readonly issueKey: string;
  readonly isSubtask: boolean;
  readonly onAdd: (addition: Addition) => void;
  readonly reload: () => Promise<void>;
}

/** What can be added to the issue. */
export function QuickAdd({ issueKey, isSubtask, onAdd, reload }: QuickAddProps) {
  const files = useRef<HTMLInputElement>(null);
  const { isBusy, act } = useAct(reload);
  const attach = async () => {
    const input = files.current;
    const chosen = [...(input?.files ?? [])];
    if (chosen.length > 0) await act('The files could not be attached', () => attachFiles(issueKey, chosen));
    if (input !== null) input.value = '';
  };
  return (
    <div className="actions">
      <Button iconBefore={AttachmentIcon} isLoading={isBusy} onClick={() => files.current?.click()}>
        Attach
      </Button>
      <input ref={files} type="file" multiple hidden aria-label="Files to attach" onChange={() => void attach()} />
      {!isSubtask && (
        <Button iconBefore={SubtasksIcon} onClick={() => onAdd('subtask')}>
          Create subtask
        </Button>
      )}
      <Button iconBefore={LinkIcon} onClick={() => onAdd('link')}>
        Link
      </Button>
    </div>
  );
}
