import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { useFlags } from '@atlaskit/flag';
import ClockIcon from '@atlaskit/icon/core/clock';
import { problemSentences } from '../../api/reply';
import { errorIcon } from '../flag-icons';
import { clockText } from '../moment';
import { useViewer } from '../viewer';
import { useSiteTime } from './use-site-time';

const STEPS = [
  { duration: 'PT1H', text: '+1 hour' },
  { duration: 'P1D', text: '+1 day' },
] as const;

/** The site's time, and the means to move it on. */
export function SiteClock() {
  const { now, advance } = useSiteTime();
  const { showFlag } = useFlags();
  const { timeZone } = useViewer();
  const shown = now === undefined ? '' : clockText(now, timeZone);
  const move = async (duration: string) => {
    const problem = await advance(duration);
    if (problem === undefined) return;
    showFlag({
      id: 'clock',
      icon: errorIcon,
      title: 'The clock could not be moved',
      description: problemSentences(problem).join(' '),
    });
  };
  return (
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
        {STEPS.map(({ duration, text }) => (
          <DropdownItem key={duration} onClick={() => void move(duration)}>
            {text}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
