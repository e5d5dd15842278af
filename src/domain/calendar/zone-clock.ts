import { plusDays, utcDate, utcMidnight } from './calendar-date';

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** The wall clock of one time zone. Instants are epoch milliseconds. */
export interface ZoneClock {
  /** Local time minus UTC at an instant, in milliseconds. */
  readonly offsetAt: (instant: number) => number;
}

/** Throws a RangeError where the platform does not know the IANA name. */
export function zoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return {
    offsetAt: (instant) => {
      const second = Math.floor(instant / SECOND_MS) * SECOND_MS;
      const shown = new Map(format.formatToParts(second).map(({ type, value }) => [type, Number(value)]));
      const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
      const local = Date.UTC(
        part('year'),
        part('month') - 1,
        part('day'),
        part('hour'),
        part('minute'),
        part('second'),
      );
      return local - second;
    },
  };
}

/** The date on the wall at an instant. */
export const dateAt = (clock: ZoneClock, instant: number): string => utcDate(instant + clock.offsetAt(instant));

/**
 * The instant at which everything before the date is over for good. Where clocks jump over midnight that is the jump;
 * where they are turned back over midnight, a minute of the date that was shown too early belongs to the day before; a
 * date that the zone left out starts when the next one does. Relies on one change of the clocks in any 48 hours.
 */
export function startOfDay(clock: ZoneClock, date: string): number {
  const midnight = utcMidnight(date);
  const before = clock.offsetAt(midnight - DAY_MS);
  const after = clock.offsetAt(midnight + DAY_MS);
  const byOffsetAfter = midnight - after;
  if (clock.offsetAt(byOffsetAfter - 1) === after) return byOffsetAfter;
  const byOffsetBefore = midnight - before;
  if (clock.offsetAt(byOffsetBefore - 1) === before) return byOffsetBefore;
  return changeOfOffset(clock, byOffsetAfter - 1, byOffsetBefore);
}

/** The last millisecond of the date. */
export const endOfDay = (clock: ZoneClock, date: string): number => startOfDay(clock, plusDays(date, 1)) - 1;

/** The first instant with the offset of `late`, by halving; `early` has another. */
function changeOfOffset(clock: ZoneClock, early: number, late: number): number {
  const offset = clock.offsetAt(late);
  let [other, same] = [early, late];
  while (same - other > 1) {
    const middle = Math.floor((other + same) / 2);
    if (clock.offsetAt(middle) === offset) same = middle;
    else other = middle;
  }
  return same;
}
