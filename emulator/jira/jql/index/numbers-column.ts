import type { Issue } from '../../model/issue';

/** What JQL can compare by size: for each issue the numbers of one field, moments as epoch milliseconds. */
export interface NumbersColumn {
  readonly put: (slot: number, issue: Issue | undefined) => void;
  /** Whether any number of the slot passes. */
  readonly some: (slot: number, holds: (value: number) => boolean) => boolean;
  /** The first number, or undefined for an empty field. */
  readonly at: (slot: number) => number | undefined;
}

export function numbersColumn(numbersOf: (issue: Issue) => readonly number[]): NumbersColumn {
  let first = new Float64Array(1024).fill(Number.NaN);
  /** Only of issues that have more than one. */
  const several = new Map<number, readonly number[]>();
  const firstAt = (slot: number) => first[slot] ?? Number.NaN;

  return {
    put(slot, issue) {
      if (slot >= first.length) {
        const longer = new Float64Array(Math.max(slot + 1, first.length * 2)).fill(Number.NaN);
        longer.set(first);
        first = longer;
      }
      const numbers = issue === undefined ? [] : numbersOf(issue);
      first[slot] = numbers[0] ?? Number.NaN;
      if (numbers.length > 1) several.set(slot, numbers);
      else several.delete(slot);
    },
    some(slot, holds) {
      const value = firstAt(slot);
      if (Number.isNaN(value)) return false;
      return several.size === 0 ? holds(value) : (several.get(slot) ?? [value]).some(holds);
    },
    at(slot) {
      const value = firstAt(slot);
      return Number.isNaN(value) ? undefined : value;
    },
  };
}
