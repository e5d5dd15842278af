/**
 * A count by somebody who has only a wall clock: he looks at it every minute and keeps a tally. It shares nothing with
 * the calendar: no offsets, no arithmetic on dates, weekdays by name.
 */
import type { BusinessCalendar } from '../../../src/domain/calendar/business-calendar';

const MINUTE = 60_000;
const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

interface Glance {
  readonly date: string;
  readonly weekday: string;
}

/** What the wall shows. Swedes write dates as ISO does. */
function wall(timeZone: string): (instant: number) => Glance {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' });
  return (instant) => ({ date: date.format(instant), weekday: weekday.format(instant) });
}

const isWork = ({ workingDays, holidays }: BusinessCalendar, { date, weekday }: Glance): boolean =>
  workingDays.map((day) => NAMES[day - 1]).includes(weekday) && !holidays.map((one) => one.date).includes(date);

/** The first whole minute of each later date, walking on from an instant; the minutes around it are all looked at. */
function* laterDays(timeZone: string, from: number): Generator<Glance & { readonly firstMinute: number }> {
  const look = wall(timeZone);
  let newest = look(from).date;
  let instant = Math.floor(from / MINUTE) * MINUTE;
  for (;;) {
    // Strides of five hours are safe: nothing that is looked for is shorter than a day, except the clocks' changes.
    while (look(instant + 300 * MINUTE).date <= newest) instant += 300 * MINUTE;
    // The last minute that still shows the newest date, even if a later date was shown for a moment before it.
    let last = instant;
    for (let minute = instant; minute <= instant + 480 * MINUTE; minute += MINUTE) {
      if (look(minute).date <= newest) last = minute;
    }
    instant = last + MINUTE;
    const seen = look(instant);
    newest = seen.date;
    yield { ...seen, firstMinute: instant };
  }
}

/** The last millisecond of the n-th working day after the day of `from`, and the days that were counted. */
export function naiveDeadline(
  calendar: BusinessCalendar,
  from: number,
  days: number,
): { readonly due: number; readonly countedDays: readonly string[] } {
  const countedDays: string[] = [];
  for (const day of laterDays(calendar.timeZone, from)) {
    if (countedDays.length === days) return { due: day.firstMinute - 1, countedDays };
    if (isWork(calendar, day)) countedDays.push(day.date);
  }
  throw new Error('Days do not end.');
}
