import type { BusinessCalendar } from './business-calendar';
import { businessDeadline } from './business-deadline';
import { isoWeekday, plusDays } from './calendar-date';
import { startOfDay, zoneClock } from './zone-clock';

/** A day between deployment and due date that does not count, and why. */
interface DayOff {
  readonly date: string;
  /** The holiday's name, or "no working day". */
  readonly why: string;
}

/** What the settings page answers to "deployed on … is due on …". Dates are `YYYY-MM-DD`. */
export interface DuePreview {
  readonly deployedOn: string;
  readonly dueOn: string;
  /** The last millisecond in time, in epoch milliseconds. */
  readonly due: number;
  readonly countedDays: readonly string[];
  readonly daysOff: readonly DayOff[];
}

/** Counts as `businessDeadline` does, from a date that `isCalendarDate` accepts, at whatever hour. */
export function previewDue(calendar: BusinessCalendar, deployedOn: string, days: number): DuePreview {
  const start = startOfDay(zoneClock(calendar.timeZone), deployedOn);
  const { due, countedDays } = businessDeadline(calendar, start, days);
  const dueOn = countedDays.at(-1) ?? deployedOn;
  const daysOff: DayOff[] = [];
  for (let date = plusDays(deployedOn, 1); date < dueOn; date = plusDays(date, 1)) {
    if (!countedDays.includes(date)) daysOff.push({ date, why: whyOff(calendar, date) });
  }
  return { deployedOn, dueOn, due, countedDays, daysOff };
}

function whyOff({ workingDays, holidays }: BusinessCalendar, date: string): string {
  const holiday = holidays.find((one) => one.date === date);
  if (holiday !== undefined) return holiday.name;
  return workingDays.includes(isoWeekday(date)) ? 'left out by the time zone' : 'no working day';
}
