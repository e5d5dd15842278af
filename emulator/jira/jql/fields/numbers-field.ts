import type { Issue } from '../../model/issue';
import type { Asking } from '../asking';
import type { NumbersColumn } from '../index/numbers-column';
import type { Stretch } from '../moment';
import type { Value } from '../operands';
import { emptyNotSupported } from '../problem';
import type { Asked, JqlField, Matcher } from './jql-field';
import { COMPARISON } from './terms-field';

/** A field of numbers, or of moments as numbers. */
interface Numbers {
  readonly column: string;
  readonly numbersOf: (issue: Issue) => readonly number[];
  /** What a value on the right stands for: one number, or all between two. Throws where it is none. */
  readonly read: (value: Exclude<Value, { readonly kind: 'empty' }>, name: string, asking: Asking) => Stretch;
  readonly operators?: readonly string[];
  readonly undocumented?: readonly string[];
  readonly supportsEmpty?: boolean;
  readonly sortable?: boolean;
  readonly type: string;
}

export const numbersField = (numbers: Numbers): JqlField => {
  const { supportsEmpty = true, sortable = true } = numbers;
  const column = ({ indexed }: Asking) => indexed.columns.numbers(numbers.column, numbers.numbersOf);
  return {
    operators: numbers.operators ?? ['=', '!=', ...COMPARISON, 'in', 'not in', 'is', 'is not'],
    undocumented: numbers.undocumented ?? [],
    supportsEmpty,
    match: (asked, asking) => ({ cost: 1, holds: matchNumbers(numbers, asked, asking, column(asking)) }),
    ...(sortable ? { order: (asking) => [column(asking).at] } : {}),
    type: numbers.type,
  };
};

function matchNumbers(
  { read }: Numbers,
  { name, operator, values }: Asked,
  asking: Asking,
  column: NumbersColumn,
): Matcher['holds'] {
  const stretches = values.flatMap((value) => (value.kind === 'empty' ? [] : [read(value, name, asking)]));
  const wantsEmpty = stretches.length < values.length;
  const isEmpty = (slot: number) => column.at(slot) === undefined;
  const within = (mine: number) => stretches.some(({ from, to }) => mine >= from && mine <= to);
  const equals = (slot: number) => column.some(slot, within) || (wantsEmpty && isEmpty(slot));
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return equals;
    case '!=':
    case 'not in':
    case 'is not':
      return (slot) => !isEmpty(slot) && !equals(slot);
  }
  const [limit] = stretches;
  if (limit === undefined || wantsEmpty) throw emptyNotSupported(name);
  const compared = comparison(operator, limit.from);
  return (slot) => column.some(slot, compared);
}

/** As in Jira, a day without a time is its midnight here: `created > 2026-11-24` finds what came later that day. */
function comparison(operator: string, limit: number): (mine: number) => boolean {
  switch (operator) {
    case '<':
      return (mine) => mine < limit;
    case '<=':
      return (mine) => mine <= limit;
    case '>':
      return (mine) => mine > limit;
    default:
      return (mine) => mine >= limit;
  }
}
