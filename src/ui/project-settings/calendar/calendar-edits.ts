import type { CalendarDraft, Holiday } from '../../../api-settings';

/** Own days on top of those that are there. One on a date that has one already takes its place. */
export function withOwnDays(calendar: CalendarDraft, days: readonly Holiday[]): CalendarDraft {
  const dates = new Set(days.map(({ date }) => date));
  const kept = calendar.added.filter(({ date }) => !dates.has(date));
  return {
    ...calendar,
    added: [...kept, ...days].sort((a, b) => (a.date < b.date ? -1 : 1)),
    // A day is not taken out and a day off at the same time.
    removed: calendar.removed.filter((date) => !dates.has(date)),
  };
}

export const withoutOwnDay = (calendar: CalendarDraft, date: string): CalendarDraft => ({
  ...calendar,
  added: calendar.added.filter((one) => one.date !== date),
});

/** People work on that public holiday here. */
export const withTakenOut = (calendar: CalendarDraft, date: string): CalendarDraft => ({
  ...calendar,
  removed: [...calendar.removed.filter((one) => one !== date), date].sort(),
});

export const withPutBack = (calendar: CalendarDraft, date: string): CalendarDraft => ({
  ...calendar,
  removed: calendar.removed.filter((one) => one !== date),
});

export interface ListedDay extends Holiday {
  readonly kind: 'public' | 'taken-out' | 'own';
}

/** The days of a year as the list shows them, in order: on one that is both public and own, the own. */
export function listedDays(calendar: CalendarDraft, publicHolidays: readonly Holiday[], year: number): ListedDay[] {
  const own = calendar.added.filter(({ date }) => date.startsWith(`${year}-`));
  const others = publicHolidays.filter(({ date }) => !own.some((one) => one.date === date));
  return [
    ...own.map((day) => ({ ...day, kind: 'own' as const })),
    ...others.map((day) => ({
      ...day,
      kind: calendar.removed.includes(day.date) ? ('taken-out' as const) : ('public' as const),
    })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}
