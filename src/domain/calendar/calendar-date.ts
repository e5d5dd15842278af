/**
 * Calendar dates are text, `YYYY-MM-DD`, so that text order is date order. They are counted in UTC, where every day has
 * 24 hours, and never in the zone of the machine: there, dates can be missing.
 */
const DAY_MS = 86_400_000;

/** Midnight UTC at the start of the date, in epoch milliseconds. NaN for what is no date. */
export const utcMidnight = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);

/** The date that UTC shows at an instant in epoch milliseconds. */
export const utcDate = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

export const plusDays = (date: string, days: number): string => utcDate(utcMidnight(date) + days * DAY_MS);

/** 1 Monday to 7 Sunday. */
export const isoWeekday = (date: string): number => new Date(utcMidnight(date)).getUTCDay() || 7;

/** A date that exists, from 0000-01-01 to 9999-12-31. */
export const isCalendarDate = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const midnight = utcMidnight(text);
  // Some engines read the 30th of February as the 1st of March.
  return !Number.isNaN(midnight) && utcDate(midnight) === text;
};
