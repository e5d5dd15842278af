import { isoWeekday, plusDays } from './calendar-date';
import { endOfDay, startOfDay, type ZoneClock, zoneClock } from './zone-clock';

/** A day on which nobody is expected to work, whatever its weekday. `date` is `YYYY-MM-DD`. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
}

/** By what due times are counted. Plain JSON: the calendar that was used goes into the ledger. */
export interface BusinessCalendar {
  /** An IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** 1 Monday to 7 Sunday. */
  readonly workingDays: readonly number[];
  readonly holidays: readonly Holiday[];
}

/** A working day that is no holiday, and that the zone has: Samoa had no 2011-12-30. `date` is `YYYY-MM-DD`. */
export const isBusinessDay = (calendar: BusinessCalendar, date: string): boolean =>
  isBusinessDayBy(zoneClock(calendar.timeZone), calendar, date);

/** The first `count` business days after a date, or before it when `step` is -1; the nearest first. */
export function businessDays(
  clock: ZoneClock,
  calendar: BusinessCalendar,
  date: string,
  { count, step = 1 }: { readonly count: number; readonly step?: 1 | -1 },
): readonly string[] {
  const found: string[] = [];
  // Each week has a working day at least, and each holiday can take one away.
  const limit = 7 * (count + calendar.holidays.length + 2);
  for (let day = 1; found.length < count; day += 1) {
    if (day > limit) throw new RangeError('The calendar has no working days.');
    const candidate = plusDays(date, day * step);
    if (isBusinessDayBy(clock, calendar, candidate)) found.push(candidate);
  }
  return found;
}

const isBusinessDayBy = (clock: ZoneClock, { workingDays, holidays }: BusinessCalendar, date: string): boolean =>
  workingDays.includes(isoWeekday(date)) &&
  !holidays.some((holiday) => holiday.date === date) &&
  endOfDay(clock, date) > startOfDay(clock, date);
