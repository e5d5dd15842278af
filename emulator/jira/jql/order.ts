import type { OrderByField } from '@atlaskit/jql-ast';
import { NotModelled } from '../rest/errors';
import type { Asking } from './asking';
import { nameOf } from './field-name';
import { findField } from './fields/find-field';
import type { OrderKey } from './fields/jql-field';
import { JqlProblem } from './problem';

/** Where an issue stands in a list: its keys one after the other, and its id in the end. */
export type Position = readonly OrderKey[];

export interface Order {
  readonly positionOf: (slot: number) => Position;
  /** Below 0 where the issue at the slot comes before the position. */
  readonly compareTo: (slot: number, position: Position) => number;
  readonly compare: (a: number, b: number) => number;
}

/** The documented limit: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ */
const MOST_FIELDS = 7;

interface Key {
  readonly at: (slot: number) => OrderKey;
  readonly isDescending: boolean;
}

/** The order that a query asks for; where that leaves issues equal, and without ORDER BY, newest first. */
export function orderOf(fields: readonly OrderByField[], asking: Asking): Order {
  if (fields.length > MOST_FIELDS) {
    throw new JqlProblem(`The ORDER BY clause can contain a maximum of ${MOST_FIELDS} fields.`);
  }
  const { issues } = asking.indexed;
  const keys: readonly Key[] = [
    ...fields.flatMap((one) => keysOf(one, asking)),
    { at: (slot) => Number(issues[slot]?.id), isDescending: true },
  ];
  return {
    positionOf: (slot) => keys.map(({ at }) => at(slot)),
    compareTo: (slot, position) => firstDifference(keys, (key, place) => [key.at(slot), position[place]]),
    compare: (a, b) => firstDifference(keys, ({ at }) => [at(a), at(b)]),
  };
}

function keysOf(one: OrderByField, asking: Asking): readonly Key[] {
  const field = findField(one.field, asking.store);
  if (field.order === undefined) {
    const name = nameOf(one);
    if ((field.undocumented ?? []).length > 0) {
      throw new NotModelled(`That one can sort by '${name}' is documented nowhere: the app must not need it.`);
    }
    throw new JqlProblem(`Not able to sort using field '${name}'.`);
  }
  const isDescending = one.direction?.value.toLowerCase() === 'desc';
  return field.order(asking).map((at) => ({ at, isDescending }));
}

function firstDifference(
  keys: readonly Key[],
  pair: (key: Key, place: number) => readonly [OrderKey, OrderKey],
): number {
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place];
    if (key === undefined) continue;
    const [mine, other] = pair(key, place);
    if (mine === other) continue;
    // Empty fields come last, whichever way the rest is sorted.
    if (mine === undefined) return 1;
    if (other === undefined) return -1;
    return mine < other === key.isDescending ? 1 : -1;
  }
  return 0;
}

/** The first `count` in order, without sorting all the others. */
export function firstInOrder(slots: readonly number[], count: number, compare: Order['compare']): readonly number[] {
  if (slots.length <= 2 * count) return [...slots].sort(compare).slice(0, count);
  let kept: number[] = [];
  let last: number | undefined;
  for (const slot of slots) {
    if (last !== undefined && compare(slot, last) >= 0) continue;
    kept.push(slot);
    if (kept.length < 2 * count) continue;
    kept = kept.sort(compare).slice(0, count);
    last = kept.at(-1);
  }
  return kept.sort(compare).slice(0, count);
}
