import { JiraError } from '../rest/errors';

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * A moment as JQL writes it, in epoch milliseconds: a date, a date and time in the caller's time zone, or a period from
 * now on such as `-2d` or `4w 2d`.
 */
export function momentOf(text: string, now: Date, timeZone: string): number {
  const period = /^([+-]?)((?:\d+[wdhm]\s*)+)$/.exec(text);
  if (period !== null) return now.getTime() + (period[1] === '-' ? -1 : 1) * lengthOf(period[2] ?? '');
  const day = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text);
  if (day === null) throw new JiraError(400, [invalid(text)]);
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0] = day.slice(1).map((part) => Number(part || 0));
  return momentInZone(Date.UTC(year, month - 1, date, hour, minute), timeZone);
}

const invalid = (text: string) =>
  `Date value '${text}' for field is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`;

const lengthOf = (period: string): number =>
  [...period.matchAll(/(\d+)([wdhm])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ''] ?? 0),
    0,
  );

/** The moment at which the clocks of the zone show what `wall` shows in UTC. */
function momentInZone(wall: number, timeZone: string): number {
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone);
}

/** How far the zone's clocks are ahead of UTC at this moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(moment / 60_000) * 60_000;
}
