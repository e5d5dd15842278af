const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How far off a due time is from `now`: "in 2 days", "tomorrow", "in 5 hours", "3 days ago". Whole days are days of the
 * calendar in `timeZone`, as people count them; what is less than a day off is rounded down.
 */
export function timeLeft(due: string, now: string, timeZone: string): string {
  const left = Date.parse(due) - Date.parse(now);
  const size = Math.abs(left);
  if (size < MINUTE) return left < 0 ? 'just now' : 'in less than a minute';
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (size < HOUR) return words.format(Math.trunc(left / MINUTE), 'minute');
  if (size < DAY) return words.format(Math.trunc(left / HOUR), 'hour');
  return words.format(dayNumber(due, timeZone) - dayNumber(now, timeZone), 'day');
}

/** Days since 1970 of the date that a moment has in the zone. */
const dayNumber = (moment: string, timeZone: string): number =>
  Math.round(Date.parse(`${dayIn(moment, timeZone)}T00:00:00.000Z`) / DAY);

/** The date of a moment in the zone, `YYYY-MM-DD`. */
export const dayIn = (moment: string, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(moment),
  );

/** The time of day of a moment in the zone, `HH:mm`. */
export const timeIn = (moment: string, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(moment));
