import type { Issue } from '../../model/issue';
import type { Asking } from '../asking';
import type { Value } from '../operands';
import { emptyNotSupported, JqlProblem, noSuchValue } from '../problem';
import type { Asked, HistoryField, JqlField, Matcher, OrderKey, Suggestion } from './jql-field';

/** A field whose value is one of several things with ids, or some of them. */
export interface Terms {
  /** The name of its column in the index. */
  readonly column: string;
  /** The ids that the issue holds; what they are called is looked up when a query asks. */
  readonly termsOf: (issue: Issue) => readonly string[];
  /** The ids that a written value names: none if it does not exist. */
  readonly idsNamed: (text: string, asking: Asking) => readonly string[];
  /** What functions may give here. */
  readonly takes?: 'account' | 'issue';
  /** A word that means EMPTY, in small letters. */
  readonly emptyWord?: string;
  /** For `<` and `>`: where an id stands among the others. */
  readonly rank?: (id: string, asking: Asking) => number;
  readonly sortKey?: (id: string, asking: Asking) => OrderKey;
  readonly noValue?: (text: string, name: string) => JqlProblem;
  readonly supportsEmpty?: boolean;
  readonly operators?: readonly string[];
  readonly undocumented?: readonly string[];
  readonly historyOf?: Pick<HistoryField, 'fieldId' | 'current'>;
  readonly suggest?: (asking: Asking) => readonly Suggestion[];
  readonly type: string;
}

const EQUALITY = ['=', '!=', 'in', 'not in', 'is', 'is not'];
export const COMPARISON = ['<', '<=', '>', '>='];
export const HISTORY = ['was', 'was in', 'was not', 'was not in', 'changed'];

export function termsField(terms: Terms): JqlField {
  const { historyOf, sortKey } = terms;
  return {
    operators: terms.operators ?? [
      ...EQUALITY,
      ...(terms.rank === undefined ? [] : COMPARISON),
      ...(historyOf === undefined ? [] : HISTORY),
    ],
    undocumented: terms.undocumented ?? [],
    supportsEmpty: terms.supportsEmpty ?? true,
    match: (asked, asking) => matchTerms(terms, asked, asking),
    ...(sortKey === undefined
      ? {}
      : {
          order: (asking) => [
            column(terms, asking).map<OrderKey>(([id]) => (id === undefined ? undefined : sortKey(id, asking))),
          ],
        }),
    ...(historyOf === undefined
      ? {}
      : { history: { ...historyOf, idsOf: (values, name, asking) => idsOf(terms, values, name, asking) } }),
    ...(terms.suggest === undefined ? {} : { suggest: terms.suggest }),
    type: terms.type,
  };
}

const column = ({ column: name, termsOf }: Terms, { indexed }: Asking) => indexed.columns.terms(name, termsOf);

function matchTerms(terms: Terms, { name, operator, values }: Asked, asking: Asking): Matcher {
  const wanted = new Set(idsOf(terms, values, name, asking));
  const wantsEmpty = wanted.has(null);
  const equals = (held: readonly string[]) => (held.length === 0 ? wantsEmpty : held.some((id) => wanted.has(id)));
  const test = (holds: (held: readonly string[]) => boolean): Matcher => ({
    cost: 1,
    holds: column(terms, asking).test(holds),
  });
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return test(equals);
    case '!=':
    case 'not in':
    case 'is not':
      return test((held) => held.length > 0 && !equals(held));
    default:
      if (wantsEmpty) throw emptyNotSupported(name);
      return test(ranked(terms, operator, [...wanted], asking));
  }
}

/** `priority > Low`: higher than that. */
function ranked(terms: Terms, operator: string, wanted: readonly (string | null)[], asking: Asking) {
  const rankOf = (id: string) => terms.rank?.(id, asking) ?? 0;
  const [limit = 0] = wanted.flatMap((id) => (id === null ? [] : [rankOf(id)]));
  return (held: readonly string[]): boolean =>
    held.some((id) => {
      const difference = rankOf(id) - limit;
      if (operator === '<') return difference < 0;
      if (operator === '<=') return difference <= 0;
      return operator === '>' ? difference > 0 : difference >= 0;
    });
}

function idsOf(terms: Terms, values: readonly Value[], name: string, asking: Asking): readonly (string | null)[] {
  return values.flatMap((value): readonly (string | null)[] => {
    switch (value.kind) {
      case 'empty':
        return [null];
      case 'text': {
        if (value.text.toLowerCase() === terms.emptyWord) return [null];
        const ids = terms.idsNamed(value.text, asking);
        if (ids.length === 0) throw terms.noValue?.(value.text, name) ?? noSuchValue(value.text, name);
        return ids;
      }
      case 'account':
        if (terms.takes !== 'account') throw strangeFunction(value.from, name);
        return [value.accountId];
      case 'issue':
        if (terms.takes !== 'issue') throw strangeFunction(value.from, name);
        return [value.issueId];
      case 'moment':
        throw strangeFunction(value.from, name);
    }
  });
}

export const strangeFunction = (called: string, name: string) =>
  new JqlProblem(`A value provided by the function '${called}' is invalid for the field '${name}'.`);
