import type { Issue } from '../../model/issue';
import type { Asking } from '../asking';
import { stretchOf, type Stretch } from '../moment';
import type { Value } from '../operands';
import { invalidDate } from '../problem';
import { wallInZone } from '../zone-time';
import type { JqlField } from './jql-field';
import { numbersField } from './numbers-field';
import { strangeFunction } from './terms-field';
import { textsIn, valuesAtPath } from './value-at-path';

const DAY = 86_400_000;

/** A field that holds a moment. */
export const momentField = (column: string, momentOf: (issue: Issue) => unknown, mayBeEmpty = true): JqlField =>
  numbersField({
    column,
    numbersOf: (issue) => momentsIn(momentOf(issue), (text) => text),
    read: stretch,
    supportsEmpty: mayBeEmpty,
    type: 'java.util.Date',
  });

/** A field that holds a day without a time, as `2026-11-24`: which day a moment falls on is a matter of the caller's zone. */
export const dayField = (column: string, dayOf: (issue: Issue) => unknown): JqlField =>
  numbersField({
    column,
    numbersOf: (issue) => momentsIn(dayOf(issue), (text) => text.slice(0, 10)),
    read: (value, name, asking) => {
      const { from, to } = stretch(value, name, asking);
      const dayAt = (moment: number) => Math.floor(wallInZone(moment, asking.timeZone) / DAY) * DAY;
      return { from: dayAt(from), to: dayAt(to) };
    },
    type: 'java.util.Date',
  });

const momentsIn = (value: unknown, part: (text: string) => string): readonly number[] =>
  textsIn(valuesAtPath(value, []))
    .map((text) => Date.parse(part(text)))
    .filter((moment) => !Number.isNaN(moment));

/** The time that a value stands for; throws in Jira's words. */
export function stretch(value: Exclude<Value, { readonly kind: 'empty' }>, name: string, asking: Asking): Stretch {
  if (value.kind === 'moment') return { from: value.at, to: value.at };
  if (value.kind !== 'text') throw strangeFunction(value.from, name);
  const found = stretchOf(value.text, asking);
  if (found === undefined) throw invalidDate(value.text, name);
  return found;
}
