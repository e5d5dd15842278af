import type { Issue } from '../../model/issue';

/** What JQL can compare by equality: for each issue the terms of one field, such as ids or labels. */
export interface TermsColumn {
  readonly put: (slot: number, issue: Issue | undefined) => void;
  readonly termsAt: (slot: number) => readonly string[];
  /** A test of a slot, asked once for each different set of terms. */
  readonly test: (holds: (terms: readonly string[]) => boolean) => (slot: number) => boolean;
  /** A value of a slot, computed once for each different set of terms. */
  readonly map: <Value>(value: (terms: readonly string[]) => Value) => (slot: number) => Value;
  /** Every term that some issue has or had. */
  readonly allTerms: () => ReadonlySet<string>;
}

/** Cannot be in an id, and hardly in a label: it only has to keep two sets of terms apart. */
const SEPARATOR = '\u0000';

/** Equal sets of terms are kept once; an issue holds the number of its set. */
export function termsColumn(termsOf: (issue: Issue) => readonly string[]): TermsColumn {
  let codes = new Int32Array(1024);
  const sets: (readonly string[])[] = [[]];
  const codeOf = new Map<string, number>([['', 0]]);

  const encode = (terms: readonly string[]): number => {
    const key = terms.length === 0 ? '' : SEPARATOR + terms.join(SEPARATOR);
    const known = codeOf.get(key);
    if (known !== undefined) return known;
    sets.push(terms);
    codeOf.set(key, sets.length - 1);
    return sets.length - 1;
  };
  const codeAt = (slot: number) => codes[slot] ?? 0;

  return {
    put(slot, issue) {
      if (slot >= codes.length) {
        const longer = new Int32Array(Math.max(slot + 1, codes.length * 2));
        longer.set(codes);
        codes = longer;
      }
      codes[slot] = issue === undefined ? 0 : encode(termsOf(issue));
    },
    termsAt: (slot) => sets[codeAt(slot)] ?? [],
    test(holds) {
      const truth = Uint8Array.from(sets, (terms) => (holds(terms) ? 1 : 0));
      return (slot) => truth[codeAt(slot)] === 1;
    },
    map(value) {
      const values = sets.map(value);
      const ofNone = value([]);
      return (slot) => values[codeAt(slot)] ?? ofNone;
    },
    allTerms: () => new Set(sets.flat()),
  };
}
