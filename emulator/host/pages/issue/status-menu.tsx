import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useState } from 'react';
import type { Issue } from '../../api/issue-shape';
import type { Reply } from '../../api/reply';
import { doTransition, type Transition } from '../../api/transitions';
import { useProblemFlag } from './issue-editing';
import { StatusLozenge, statusTone } from './status-lozenge';
import { TransitionDialog } from './transition-dialog';

interface StatusMenuProps {
  readonly issue: Issue;
  readonly transitions: Reply<readonly Transition[]>;
  readonly reload: () => Promise<void>;
}

/** The status, and the transitions that lead on from it. */
export function StatusMenu({ issue, transitions, reload }: StatusMenuProps) {
  const [onScreen, setOnScreen] = useState<Transition>();
  const { isMoving, move } = useMove(issue.key, reload);
  const { status } = issue.fields;
  const offered = transitions.kind === 'ok' ? transitions.value : [];
  if (offered.length === 0) {
    return (
      <span className="status-pill" data-tone={statusTone(status)}>
        {status.name}
      </span>
    );
  }
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        placement="bottom-start"
        trigger={({ triggerRef, isSelected, testId: _testId, ...trigger }) => (
          <button
            {...trigger}
            ref={triggerRef}
            type="button"
            className="status-pill"
            data-tone={statusTone(status)}
            data-open={isSelected}
            disabled={isMoving}
            aria-label={`Status: ${status.name}. Change status`}
          >
            {status.name}
            <ChevronDownIcon label="" size="small" />
          </button>
        )}
      >
        <DropdownItemGroup>
          {offered.map((transition) => (
            <DropdownItem
              key={transition.id}
              onClick={() => (transition.hasScreen ? setOnScreen(transition) : void move(transition))}
              elemAfter={<StatusLozenge status={transition.to} />}
            >
              {transition.name}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
      {onScreen !== undefined && (
        <TransitionDialog
          issue={issue}
          transition={onScreen}
          onDone={() => {
            setOnScreen(undefined);
            void reload();
          }}
          onClose={() => setOnScreen(undefined)}
        />
      )}
    </>
  );
}

/** A transition without a screen. A refusal stays on the page until somebody dismisses it, as in Jira. */
function useMove(issueKey: string, reload: () => Promise<void>) {
  const [isMoving, setMoving] = useState(false);
  const showProblem = useProblemFlag();
  const move = async ({ id, to }: Transition) => {
    setMoving(true);
    const reply = await doTransition(issueKey, id, {});
    setMoving(false);
    if (reply.kind !== 'ok') showProblem(`${issueKey} could not be moved to ${to.name}`, reply);
    await reload();
  };
  return { isMoving, move };
}
