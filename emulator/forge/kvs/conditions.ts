import * as v from 'valibot';
import type { EntityDefinition } from '../manifest-schema';
import { type AttributeValues } from './entity-values';
import { MOST_CONDITIONS } from './limits';
import { KvsRefusal } from './refusal';

const WHERE_NAMES = [
  'BEGINS_WITH',
  'BETWEEN',
  'EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
] as const;

const FILTER_NAMES = [...WHERE_NAMES, 'NOT_EQUAL_TO', 'CONTAINS', 'NOT_CONTAINS', 'EXISTS', 'NOT_EXISTS'] as const;

const ValueSchema = v.union([v.string(), v.number(), v.boolean()]);

/** A condition on the range of an index, as @forge/kvs writes `WhereConditions`. */
export const RangeSchema = v.object({ condition: v.picklist(WHERE_NAMES), values: v.array(ValueSchema) });

const FilterSchema = v.object({
  property: v.string(),
  condition: v.picklist(FILTER_NAMES),
  values: v.array(ValueSchema),
});

/** Filters of a query and conditions of a transaction, as @forge/kvs writes `Filter`. */
export const FiltersSchema = v.object({
  and: v.optional(v.array(FilterSchema)),
  or: v.optional(v.array(FilterSchema)),
});
export type Condition = Pick<v.InferOutput<typeof FilterSchema>, 'condition' | 'values'>;
export type Filters = v.InferOutput<typeof FiltersSchema>;

/** Throws a KvsRefusal unless the filters can be asked of the entity. */
export function checkFilters(entity: EntityDefinition, filters: Filters): void {
  const { and, or } = filters;
  if (and !== undefined && or !== undefined) {
    throw new KvsRefusal(400, 'INVALID_FILTER_OPERATORS_COMBINATION', '"and" and "or" cannot stand side by side.');
  }
  const conditions = and ?? or ?? [];
  if (conditions.length === 0) throw new KvsRefusal(400, 'EMPTY_FILTER_OPERATOR', 'There is no condition.');
  if (conditions.length > MOST_CONDITIONS) throw new KvsRefusal(400, 'INVALID_FILTER_VALUES', 'Over 100 conditions.');
  for (const { property, ...condition } of conditions) {
    const type = entity.attributes[property]?.type;
    if (type === undefined) {
      throw new KvsRefusal(400, 'INVALID_FILTER_CONDITION', `${entity.name} declares no attribute ${property}.`);
    }
    if (type === 'any') throw new KvsRefusal(422, 'UNTYPED_ATTRIBUTE', `${property} is of type any.`);
    checkCondition(condition);
  }
}

/** Throws a KvsRefusal unless the condition has the values that it needs. */
export function checkCondition({ condition, values }: Condition): void {
  if (condition === 'BETWEEN' && values.length < 2) {
    throw new KvsRefusal(400, 'INSUFFICIENT_FILTER_VALUES', 'BETWEEN needs two values.');
  }
  if (values.length !== (condition === 'BETWEEN' ? 2 : 1)) {
    throw new KvsRefusal(400, 'INVALID_FILTER_VALUES', `${condition} does not take ${values.length} values.`);
  }
}

export function filtersHold({ and, or }: Filters, attributes: AttributeValues): boolean {
  const holds = ({ property, ...condition }: Condition & { readonly property: string }) =>
    conditionHolds(condition, attributes[property]);
  return and === undefined ? (or ?? []).some(holds) : and.every(holds);
}

export function conditionHolds({ condition, values }: Condition, actual: unknown): boolean {
  const [first, second] = values;
  const text = typeof actual === 'string' && typeof first === 'string' ? { actual, first } : undefined;
  switch (condition) {
    case 'EXISTS':
      return actual !== undefined;
    case 'NOT_EXISTS':
      return actual === undefined;
    case 'EQUAL_TO':
      return actual === first;
    case 'NOT_EQUAL_TO':
      return actual !== first;
    case 'BEGINS_WITH':
      return text?.actual.startsWith(text.first) ?? false;
    case 'CONTAINS':
      return text?.actual.includes(text.first) ?? false;
    case 'NOT_CONTAINS':
      return !(text?.actual.includes(text.first) ?? false);
    case 'BETWEEN':
      return atLeast(order(actual, first)) && atMost(order(actual, second));
    case 'GREATER_THAN':
      return order(actual, first) === 1;
    case 'GREATER_THAN_EQUAL_TO':
      return atLeast(order(actual, first));
    case 'LESS_THAN':
      return order(actual, first) === -1;
    case 'LESS_THAN_EQUAL_TO':
      return atMost(order(actual, first));
  }
}

type Order = -1 | 0 | 1 | undefined;
const atLeast = (found: Order) => found === 0 || found === 1;
const atMost = (found: Order) => found === 0 || found === -1;

/** Numbers by size, strings by code unit; undefined for two values that cannot be compared. */
function order(a: unknown, b: unknown): Order {
  if (typeof a === 'number' && typeof b === 'number') return sign(a < b, a > b);
  if (typeof a === 'string' && typeof b === 'string') return sign(a < b, a > b);
  return undefined;
}

function sign(less: boolean, more: boolean): Order {
  if (less) return -1;
  return more ? 1 : 0;
}
