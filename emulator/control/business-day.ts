const DAY = 86_400_000;
const SATURDAY = 6;

/**
 * 09:00 of the next day from Monday to Friday after the day of `now`, as people in `timeZone` (an IANA name) count days.
 * Holidays are not known here. Throws a RangeError for a zone that does not exist.
 */
export function nextBusinessMorning(now: Date, timeZone: string): Date {
  let day = startOfUtcDay(now.getTime() + offsetAt(now.getTime(), timeZone)) + DAY;
  while (isWeekend(day)) day += DAY;
  return atWallTime(day + 9 * 3_600_000, timeZone);
}

const startOfUtcDay = (at: number) => Math.floor(at / DAY) * DAY;

function isWeekend(utcDay: number): boolean {
  const weekday = new Date(utcDay).getUTCDay();
  return weekday === 0 || weekday === SATURDAY;
}

/** The moment at which clocks in the zone show `wall`, which is that reading as if it were UTC. */
function atWallTime(wall: number, timeZone: string): Date {
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone));
}

/** Milliseconds that clocks in the zone are ahead of UTC at a moment. */
function offsetAt(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(at / 1000) * 1000;
}
