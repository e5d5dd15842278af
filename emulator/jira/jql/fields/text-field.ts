import type { Issue } from '../../model/issue';
import type { Asking } from '../asking';
import { emptyNotSupported } from '../problem';
import { textTest } from '../text-words';
import type { Asked, JqlField, Matcher } from './jql-field';
import { strangeFunction } from './terms-field';

/** A field of words, or several of them searched as one. */
interface Texts {
  readonly parts: readonly { readonly column: string; readonly textOf: (issue: Issue) => string }[];
  readonly sortable: boolean;
  readonly supportsEmpty: boolean;
  readonly undocumented?: readonly string[];
}

export const textField = ({ parts, sortable, supportsEmpty, undocumented = [] }: Texts): JqlField => {
  const textAt = ({ indexed }: Asking) => {
    const columns = parts.map(({ column, textOf }) => indexed.columns.texts(column, textOf));
    return (slot: number) =>
      columns
        .map((column) => column.at(slot))
        .join('\n')
        .trim();
  };
  return {
    operators: ['~', '!~', ...(supportsEmpty ? ['is', 'is not'] : [])],
    undocumented,
    supportsEmpty,
    match: (asked, asking) => ({ cost: 10, holds: matchText(asked, textAt(asking)) }),
    ...(sortable ? { order: (asking) => [(slot) => textAt(asking)(slot) || undefined] } : {}),
    type: 'java.lang.String',
  };
};

function matchText({ name, operator, values }: Asked, textAt: (slot: number) => string): Matcher['holds'] {
  const [value] = values;
  if (operator === 'is') return (slot) => textAt(slot) === '';
  if (operator === 'is not') return (slot) => textAt(slot) !== '';
  if (value === undefined) return () => false;
  if (value.kind === 'empty') throw emptyNotSupported(name);
  if (value.kind !== 'text') throw strangeFunction(value.from, name);
  const contains = textTest(value.text);
  return operator === '~'
    ? (slot) => contains(textAt(slot))
    : (slot) => {
        const text = textAt(slot);
        return text !== '' && !contains(text);
      };
}
