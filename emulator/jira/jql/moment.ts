import type { Asking } from './asking';
import { momentInZone } from './zone-time';

/** A stretch of time that a date in JQL stands for: a day or a minute, or one moment. Epoch milliseconds, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

type Present = Pick<Asking, 'now' | 'timeZone'>;

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const DAY = 86_400_000;

/**
 * What JQL writes for a date: `2026-11-24`, `2026/11/24 09:00` in the caller's time zone, or a period from now on such as
 * `-2d` or `4w 2d`. Undefined if it is none of these.
 */
export function stretchOf(text: string, present: Present): Stretch | undefined {
  const period = /^\s*([+-]?)\s*((?:\d+[wdhm]\s*)+)$/.exec(text);
  if (period !== null) {
    const moment = present.now.getTime() + (period[1] === '-' ? -1 : 1) * lengthOf(period[2] ?? '');
    return { from: moment, to: moment };
  }
  return dayOrMinute(text, present.timeZone);
}

function dayOrMinute(text: string, timeZone: string): Stretch | undefined {
  const parts = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text.trim());
  if (parts === null) return undefined;
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0] = [1, 3, 4, 5, 6].map((group) =>
    Number(parts[group] ?? 0),
  );
  if (month < 1 || month > 12 || date < 1 || hour > 23 || minute > 59) return undefined;
  const wall = Date.UTC(year, month - 1, date, hour, minute);
  if (new Date(wall).getUTCDate() !== date) return undefined;
  const length = parts[5] === undefined ? DAY : 60_000;
  return { from: momentInZone(wall, timeZone), to: momentInZone(wall + length, timeZone) - 1 };
}

const lengthOf = (period: string): number =>
  [...period.matchAll(/(\d+)([wdhm])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ''] ?? 0),
    0,
  );
