import type { Issue } from '../../model/issue';
import { NotModelled } from '../../rest/errors';
import type { Asking } from '../asking';
import type { Stretch } from '../moment';
import type { Value } from '../operands';
import { JqlProblem } from '../problem';
import { stretch } from './date-fields';
import type { JqlField } from './jql-field';
import { numbersField } from './numbers-field';
import { accountIdsIn, PEOPLE } from './people-fields';
import { COMPARISON, termsField } from './terms-field';
import { textField } from './text-field';
import { indexedMoment, numbersIn, textsIn } from './value-at-path';

/** A part of a JSON value that an app had indexed: of its field's object, or of an entity property. */
interface IndexedValue {
  /** The name of its column in the index. */
  readonly column: string;
  readonly valuesOf: (issue: Issue) => readonly unknown[];
  readonly type: 'string' | 'text' | 'number' | 'date' | 'user' | 'group';
}

const EQUALITY = ['=', '!=', 'in', 'not in'];
/** Jira may well know these; nothing documents them for such values. */
const UNDOCUMENTED = ['is', 'is not'];

/** How JQL asks such a value: as documented, and no further. */
export function indexedValueField({ column, valuesOf, type }: IndexedValue): JqlField {
  const restricted = { column, supportsEmpty: false };
  switch (type) {
    case 'string':
    case 'group':
      return termsField({
        ...restricted,
        termsOf: (issue) => textsIn(valuesOf(issue)).map((text) => text.toLowerCase()),
        idsNamed: (text) => [text.toLowerCase()],
        operators: EQUALITY,
        undocumented: [...UNDOCUMENTED, ...COMPARISON, '~', '!~'],
        type: 'java.lang.String',
      });
    case 'user':
      return termsField({
        ...restricted,
        termsOf: (issue) => valuesOf(issue).flatMap(accountIdsIn),
        idsNamed: PEOPLE.idsNamed,
        takes: 'account',
        suggest: PEOPLE.suggest,
        operators: EQUALITY,
        undocumented: UNDOCUMENTED,
        type: PEOPLE.type,
      });
    case 'text': {
      const textOf = (issue: Issue) => textsIn(valuesOf(issue)).join('\n');
      const parts = [{ column, textOf }];
      return textField({ parts, sortable: false, supportsEmpty: false, undocumented: [...UNDOCUMENTED, ...EQUALITY] });
    }
    case 'number':
      return numbersField({
        ...restricted,
        numbersOf: (issue) => numbersIn(valuesOf(issue)),
        read: readNumber,
        operators: [...EQUALITY, ...COMPARISON],
        undocumented: UNDOCUMENTED,
        sortable: false,
        type: 'java.lang.Number',
      });
    case 'date':
      return numbersField({
        ...restricted,
        numbersOf: (issue) => valuesOf(issue).flatMap((value) => indexedMoment(value) ?? []),
        read: readMoment,
        operators: [...EQUALITY, ...COMPARISON],
        undocumented: UNDOCUMENTED,
        type: 'java.util.Date',
      });
  }
}

type Given = Exclude<Value, { readonly kind: 'empty' }>;

export function readNumber(value: Given, name: string): Stretch {
  const number = value.kind === 'text' && value.text.trim() !== '' ? Number(value.text) : Number.NaN;
  if (!Number.isNaN(number)) return { from: number, to: number };
  throw new JqlProblem(
    `Value '${value.kind === 'text' ? value.text : value.from}' is not a number for field '${name}'.`,
  );
}

/** A date as JQL writes it elsewhere, or as the indexed value is written. Functions and periods are documented nowhere. */
function readMoment(value: Given, name: string, asking: Asking): Stretch {
  if (value.kind !== 'text' || /^\s*[+-]?\s*\d+[wdhm]/.test(value.text)) {
    const asked = value.kind === 'text' ? value.text : `${value.from}()`;
    throw new NotModelled(`That ${asked} works on '${name}' is documented nowhere: write the date itself.`);
  }
  const moment = value.text.includes('T') ? indexedMoment(value.text) : undefined;
  return moment === undefined ? stretch(value, name, asking) : { from: moment, to: moment };
}
