import Tooltip from '@atlaskit/tooltip';
import { day, dayAndTime, momentOf } from './moment';
import { useViewer } from './viewer';

interface MomentTextProps {
  /** As Jira writes it, e.g. `2026-11-24T09:00:00.000+0000`. */
  readonly at: string;
  readonly precision?: 'day' | 'minute';
}

/** A moment in the time zone of the viewer's profile, as in Jira. */
export function MomentText({ at, precision = 'minute' }: MomentTextProps) {
  const { timeZone } = useViewer();
  const moment = momentOf(at);
  if (precision === 'minute') return <time dateTime={moment.toISOString()}>{dayAndTime(moment, timeZone)}</time>;
  return (
    <Tooltip content={dayAndTime(moment, timeZone)} tag="span">
      <time dateTime={moment.toISOString()}>{day(moment, timeZone)}</time>
    </Tooltip>
  );
}

/** A day without a time, as due dates have it: `2026-11-24` in every time zone. */
export const DayText = ({ day: text }: { readonly day: string }) => (
  <time dateTime={text}>{day(new Date(text), 'UTC')}</time>
);
