import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { useFlags } from '@atlaskit/flag';
import ShowMoreHorizontalIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useState } from 'react';
import { cloneIssue, deleteIssue } from '../../api/issue-acts';
import { successIcon } from '../flag-icons';
import { navigate } from '../router';
import { DeleteDialog } from './delete-dialog';
import { useFlagging } from './flagging';
import { MoveDialog } from './move-dialog';
import { useAct } from './use-act';
import type { IssueView } from './use-issue-view';

interface IssueMenuProps {
  readonly view: IssueView;
  readonly reload: () => Promise<void>;
}

/** What can be done with the whole issue. Jira itself decides whether the person may. */
export function IssueMenu({ view, reload }: IssueMenuProps) {
  const { issue, mayDelete, editFields } = view;
  const { key, fields } = issue;
  const [dialog, setDialog] = useState<'move' | 'delete'>();
  const { showFlag } = useFlags();
  const { act } = useAct(reload);
  const flagging = useFlagging(issue);
  const close = () => setDialog(undefined);
  const mayEdit = editFields.kind === 'ok' && editFields.value.length > 0;
  const clone = () =>
    act(`${key} could not be cloned`, async () => {
      const reply = await cloneIssue(key);
      if (reply.kind === 'ok') {
        const copy = reply.value.key;
        navigate(`/browse/${copy}`);
        showFlag({
          id: `cloned-${copy}`,
          icon: successIcon,
          title: `${key} was cloned as ${copy}`,
          isAutoDismiss: true,
        });
      }
      return reply;
    });
  if (!mayEdit && !mayDelete) return null;
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        placement="bottom-end"
        trigger={({ triggerRef, ...trigger }) => (
          <IconButton {...trigger} ref={triggerRef} icon={ShowMoreHorizontalIcon} label="Actions" />
        )}
      >
        <DropdownItemGroup>
          {flagging !== undefined && (
            <DropdownItem onClick={() => void flagging.toggle()}>
              {flagging.isFlagged ? 'Remove flag' : 'Add flag'}
            </DropdownItem>
          )}
          {mayEdit && <DropdownItem onClick={() => void clone()}>Clone</DropdownItem>}
          {mayEdit && <DropdownItem onClick={() => setDialog('move')}>Move or change work type</DropdownItem>}
          {mayDelete && <DropdownItem onClick={() => setDialog('delete')}>Delete</DropdownItem>}
        </DropdownItemGroup>
      </DropdownMenu>
      {dialog === 'move' && <MoveDialog issue={issue} onClose={close} reload={reload} />}
      {dialog === 'delete' && (
        <DeleteDialog
          title={`Delete ${key}?`}
          text={deleteText(fields.subtasks.length)}
          onDelete={() => deleteIssue(key)}
          onDone={() => {
            close();
            navigate(`/projects/${encodeURIComponent(fields.project.key)}`);
            showFlag({ id: `deleted-${key}`, icon: successIcon, title: `You deleted ${key}`, isAutoDismiss: true });
          }}
          onClose={close}
        />
      )}
    </>
  );
}

const LOST = 'You’re about to permanently delete this issue, its comments and attachments, and all of its data.';

const deleteText = (subtasks: number): string =>
  subtasks === 0 ? LOST : `${LOST} Its ${subtasks === 1 ? 'subtask goes' : `${subtasks} subtasks go`} with it.`;
