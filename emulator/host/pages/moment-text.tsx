import Tooltip from '@atlaskit/tooltip';
import { day, dayAndTime, momentOf } from './moment';

interface MomentTextProps {
  /** As Jira writes it, e.g. `2026-11-24T09:00:00.000+0000`. */
  readonly at: string;
  readonly precision?: 'day' | 'minute';
}

/** A moment in the viewer's own time zone. */
export function MomentText({ at, precision = 'minute' }: MomentTextProps) {
  const moment = momentOf(at);
  if (precision === 'minute') return <time dateTime={moment.toISOString()}>{dayAndTime(moment)}</time>;
  return (
    <Tooltip content={dayAndTime(moment)} tag="span">
      <time dateTime={moment.toISOString()}>{day(moment)}</time>
    </Tooltip>
  );
}
