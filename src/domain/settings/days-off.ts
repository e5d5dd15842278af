import type { Holiday } from '../calendar/business-calendar';
import type { CalendarDraft } from './settings-draft';
import { inOrder } from './read-value';

const MAX_A_YEAR = 100;

/** The days off of a calendar, in order, one for each date; on one that is both public and own, the own name. */
export function daysOff({ added, removed }: CalendarDraft, publicHolidays: readonly Holiday[]): Holiday[] {
  const observed = publicHolidays.filter(({ date }) => !removed.includes(date));
  const names = new Map([...observed, ...added].map(({ date, name }) => [date, name]));
  return [...names].map(([date, name]) => ({ date, name })).sort((a, b) => inOrder(a.date, b.date));
}

/** What is wrong with a calendar that has more days off in a year than holidays can be; undefined for others. */
export function tooManyDaysOff(holidays: readonly Holiday[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { date } of holidays) counts.set(date.slice(0, 4), (counts.get(date.slice(0, 4)) ?? 0) + 1);
  const [year, count] = [...counts].find(([, days]) => days > MAX_A_YEAR) ?? [];
  return year === undefined || count === undefined
    ? undefined
    : `${year} has ${count} days off; at most ${MAX_A_YEAR} a year. Set the working days instead.`;
}
