import type { Issue } from '../../model/issue';
import { numbersColumn, type NumbersColumn } from './numbers-column';
import { termsColumn, type TermsColumn } from './terms-column';
import { textsColumn, type TextsColumn } from './texts-column';

/** The columns of the search index by name. A column is filled when it is first asked for, and follows from then on. */
export interface Columns {
  readonly terms: (name: string, termsOf: (issue: Issue) => readonly string[]) => TermsColumn;
  readonly numbers: (name: string, numbersOf: (issue: Issue) => readonly number[]) => NumbersColumn;
  readonly texts: (name: string, textOf: (issue: Issue) => string) => TextsColumn;
  /** Tells every column what now stands at the slot. */
  readonly put: (slot: number, issue: Issue | undefined) => void;
}

export function columns(issues: readonly (Issue | undefined)[]): Columns {
  const terms = new Map<string, TermsColumn>();
  const numbers = new Map<string, NumbersColumn>();
  const texts = new Map<string, TextsColumn>();

  function kept<Column extends Pick<Columns, 'put'>>(
    map: Map<string, Column>,
    name: string,
    make: () => Column,
  ): Column {
    const known = map.get(name);
    if (known !== undefined) return known;
    const column = make();
    issues.forEach((issue, slot) => column.put(slot, issue));
    map.set(name, column);
    return column;
  }

  return {
    terms: (name, termsOf) => kept(terms, name, () => termsColumn(termsOf)),
    numbers: (name, numbersOf) => kept(numbers, name, () => numbersColumn(numbersOf)),
    texts: (name, textOf) => kept(texts, name, () => textsColumn(textOf, (slot) => issues[slot])),
    put(slot, issue) {
      for (const map of [terms, numbers, texts]) for (const column of map.values()) column.put(slot, issue);
    },
  };
}
