import type { Asking } from './asking';
import { JqlProblem } from './problem';
import { momentInZone, wallInZone } from './zone-time';

type Unit = 'Day' | 'Week' | 'Month' | 'Year';
const LETTER = { Day: 'd', Week: 'w', Month: 'M', Year: 'y' } as const;

/**
 * `startOfDay(...)` to `endOfYear(...)`, in epoch milliseconds, in the caller's time zone. The argument is a number of the
 * function's own unit, or of another with its letter: that is added to the result, as in `endOfMonth("+15d")`.
 * Weeks begin on Sunday, as where the language is American English.
 */
export function calendarMoment(name: string, argument: string | undefined, asking: Asking): number | undefined {
  const parts = /^(start|end)of(day|week|month|year)$/i.exec(name);
  if (parts === null) return undefined;
  const edge = parts[1]?.toLowerCase() === 'end' ? 'end' : 'start';
  const unit = unitNamed(parts[2] ?? '');
  const { amount, letter } = shiftOf(argument, name, unit);
  const own = letter === LETTER[unit];
  const wall = wallInZone(asking.now.getTime(), asking.timeZone);
  const begin = beginning(wall, unit, (own ? amount : 0) + (edge === 'end' ? 1 : 0));
  const result = own ? begin : shifted(begin, amount, letter);
  return momentInZone(result, asking.timeZone) - (edge === 'end' ? 1 : 0);
}

const unitNamed = (name: string): Unit => {
  const [found = 'Day'] = (['Day', 'Week', 'Month', 'Year'] as const).filter(
    (unit) => unit.toLowerCase() === name.toLowerCase(),
  );
  return found;
};

function shiftOf(argument: string | undefined, name: string, unit: Unit): { amount: number; letter: string } {
  if (argument === undefined) return { amount: 0, letter: LETTER[unit] };
  const parts = /^\s*([+-]?\d+)\s*([yMwdhm]?)\s*$/.exec(argument);
  if (parts === null) {
    throw new JqlProblem(
      `Duration for function '${name}' should have the format (+/-)n(yMwdhm), e.g -1M for 1 month earlier.`,
    );
  }
  return { amount: Number(parts[1]), letter: parts[2] === '' ? LETTER[unit] : (parts[2] ?? '') };
}

/** The beginning of the unit in which the wall clock stands, `later` units on. */
function beginning(wall: number, unit: Unit, later: number): number {
  const at = new Date(wall);
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  switch (unit) {
    case 'Day':
      return Date.UTC(year, month, date + later);
    case 'Week':
      return Date.UTC(year, month, date - at.getUTCDay() + 7 * later);
    case 'Month':
      return Date.UTC(year, month + later, 1);
    case 'Year':
      return Date.UTC(year + later, 0, 1);
  }
}

function shifted(wall: number, amount: number, letter: string): number {
  const at = new Date(wall);
  if (letter === 'y') return at.setUTCFullYear(at.getUTCFullYear() + amount);
  if (letter === 'M') return at.setUTCMonth(at.getUTCMonth() + amount);
  const length = { w: 604_800_000, d: 86_400_000, h: 3_600_000 }[letter] ?? 60_000;
  return wall + amount * length;
}
