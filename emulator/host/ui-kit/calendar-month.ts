export interface CalendarDay {
  /** `2026-11-24`. */
  readonly iso: string;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const pad = (number: number, length = 2): string => String(number).padStart(length, '0');

export const calendarDay = (year: number, month: number, day: number): CalendarDay => ({
  iso: `${pad(year, 4)}-${pad(month)}-${pad(day)}`,
  year,
  month,
  day,
});

/** The weeks of a month; `undefined` stands for days of its neighbours. `weekStart` 0 is Sunday. */
export function weeksOf(
  year: number,
  month: number,
  weekStart: number,
): readonly (readonly (CalendarDay | undefined)[])[] {
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() - weekStart + 7) % 7;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks }, (_week, row) =>
    Array.from({ length: 7 }, (_day, column) => {
      const day = row * 7 + column - before + 1;
      return day < 1 || day > length ? undefined : calendarDay(year, month, day);
    }),
  );
}

/** The month that many months later, or earlier. */
export function monthAfter(
  year: number,
  month: number,
  step: number,
): { readonly year: number; readonly month: number } {
  const index = year * 12 + (month - 1) + step;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}
