import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { useFlags } from '@atlaskit/flag';
import ClockIcon from '@atlaskit/icon/core/clock';
import { useState } from 'react';
import type { ClockMove } from '../../api/clock';
import { problemSentences } from '../../api/reply';
import { errorIcon } from '../flag-icons';
import { clockText } from '../moment';
import { useViewer } from '../viewer';
import { ClockDialog } from './clock-dialog';
import { useSiteTime } from './use-site-time';

const STEPS: readonly { readonly move: ClockMove; readonly text: string }[] = [
  { move: { kind: 'advance', duration: 'PT1H' }, text: 'Advance one hour' },
  { move: { kind: 'advance', duration: 'P1D' }, text: 'Advance one day' },
  { move: { kind: 'next-business-day' }, text: 'Advance one business day' },
];

/** The site's time, and the means to move it on. */
export function SiteClock() {
  const { now, move } = useSiteTime();
  const { showFlag } = useFlags();
  const { timeZone } = useViewer();
  const [isChoosing, setChoosing] = useState(false);
  const shown = now === undefined ? '' : clockText(now, timeZone);
  const go = async (asked: ClockMove) => {
    const problem = await move(asked);
    if (problem === undefined) return;
    showFlag({
      id: 'clock',
      icon: errorIcon,
      title: 'The clock could not be moved',
      description: problemSentences(problem).join(' '),
    });
  };
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        placement="bottom-end"
        trigger={({ triggerRef, isSelected, testId: _testId, ...trigger }) => (
          <button
            {...trigger}
            ref={triggerRef}
            type="button"
            className="switcher"
            data-open={isSelected}
            aria-label={`Site time ${shown}. Move the clock`}
          >
            <ClockIcon label="" />
            <span className="wide-only">{shown}</span>
          </button>
        )}
      >
        <DropdownItemGroup title={`Site time: ${shown}`}>
          {STEPS.map((step) => (
            <DropdownItem key={step.text} onClick={() => void go(step.move)}>
              {step.text}
            </DropdownItem>
          ))}
          <DropdownItem onClick={() => setChoosing(true)}>Advance to a time…</DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      {isChoosing && now !== undefined && (
        <ClockDialog
          now={now}
          timeZone={timeZone}
          onMove={(until) => move({ kind: 'set', until })}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
