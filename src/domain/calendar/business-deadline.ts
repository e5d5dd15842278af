import { businessDays, type BusinessCalendar } from './business-calendar';
import { dateAt, endOfDay, startOfDay, zoneClock } from './zone-clock';

export interface BusinessDeadline {
  /** The last millisecond in time, in epoch milliseconds: late is `now > due`. */
  readonly due: number;
  /** The business days that were counted (`YYYY-MM-DD`), oldest first. The last one is the date it is due on. */
  readonly countedDays: readonly string[];
}

/**
 * The end of the n-th business day after the day of `from`, in the calendar's zone. The day of `from` never counts,
 * business day or not: deployed on Friday or on Sunday, day 1 is Monday.
 *
 * The end is the last millisecond of the day and not the midnight after it, so that `due` shows the date it is due on,
 * and somebody who is done at midnight is late.
 *
 * @param from epoch milliseconds
 * @param days a whole number, 1 or more
 * @throws RangeError for a number of days below 1 and for a calendar that `readCalendar` refuses
 */
export function businessDeadline(calendar: BusinessCalendar, from: number, days: number): BusinessDeadline {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`Not a number of business days: ${days}.`);
  const clock = zoneClock(calendar.timeZone);
  const today = dateAt(clock, from);
  const countedDays = businessDays(clock, calendar, today, { count: days });
  return { due: endOfDay(clock, countedDays.at(-1) ?? today), countedDays };
}

/**
 * One business day before a due time: the end of the last business day before the day of `due`. It is the deadline of
 * one day less, so nothing of the last business day is gone when somebody is reminded then; and over a weekend it is
 * Friday night, so that on Sunday it is known what is due on Monday. It can lie before the start of what is due: then
 * the time to remind has come at once.
 */
export function businessDayBefore(calendar: BusinessCalendar, due: number): number {
  const clock = zoneClock(calendar.timeZone);
  const dueOn = dateAt(clock, due);
  const [last = dueOn] = businessDays(clock, calendar, dueOn, { count: 1, step: -1 });
  return endOfDay(clock, last);
}

/** The first instant of the first business day after the day of `instant`. */
export function nextBusinessDayStart(calendar: BusinessCalendar, instant: number): number {
  const clock = zoneClock(calendar.timeZone);
  const today = dateAt(clock, instant);
  const [next = today] = businessDays(clock, calendar, today, { count: 1 });
  return startOfDay(clock, next);
}
