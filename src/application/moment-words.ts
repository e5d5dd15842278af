import type { Change } from '../domain/change';
import type { Moment } from '../domain/ids';

/** A moment in the words of the change's own time zone, for texts that every reader sees alike. */
export function inZone(moment: Moment, change: Change): string {
  const { timeZone } = change.policy.content.calendar;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${format.format(new Date(moment))} (${timeZone})`;
}

/** The day of a moment in the change's own time zone, `YYYY-MM-DD`. */
export function dayInZone(moment: Moment, change: Change): string {
  const { timeZone } = change.policy.content.calendar;
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(moment),
  );
}
