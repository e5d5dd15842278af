import * as v from 'valibot';
import { checkFilters, type Filters, FiltersSchema, filtersHold } from '../conditions';
import { attributesOf, entityNamed } from '../entity-values';
import { BIGGEST_PAYLOAD, checkKey, MOST_OPERATIONS } from '../limits';
import { type KvsContext, noContent, read, spaceOf } from '../operation';
import { KvsRefusal } from '../refusal';
import { TtlSchema } from '../ttl';
import { checkWrite } from '../writing';

const StepSchema = v.object({
  key: v.string(),
  entityName: v.optional(v.string()),
  conditions: v.optional(FiltersSchema),
});

const SetStepSchema = v.object({
  ...StepSchema.entries,
  value: v.unknown(),
  options: v.optional(v.object({ ttl: v.optional(TtlSchema) }), {}),
});

const CheckStepSchema = v.object({ key: v.string(), entityName: v.string(), conditions: FiltersSchema });

const TransactionSchema = v.object({
  set: v.optional(v.array(SetStepSchema), []),
  delete: v.optional(v.array(StepSchema), []),
  check: v.optional(v.array(CheckStepSchema), []),
});

type Step = v.InferOutput<typeof StepSchema>;

/** All of it or nothing. Everything is checked first, and nothing else runs before it is applied. */
export function transaction(context: KvsContext, body: unknown): Response {
  const { set, delete: deletions, check } = read(TransactionSchema, body);
  const steps: readonly Step[] = [...set, ...deletions, ...check];
  checkSteps(steps, body);
  for (const { key, entityName, value } of set) checkWrite(context, spaceOf(entityName), entityName, key, value);
  for (const { key, entityName } of [...deletions, ...check]) checkKey(spaceOf(entityName), key);
  for (const step of steps) requireConditions(context, step);
  for (const { key, entityName, value, options } of set) {
    context.store.write(spaceOf(entityName), key, value, options.ttl);
  }
  for (const { key, entityName } of deletions) context.store.remove(spaceOf(entityName), key);
  return noContent();
}

function checkSteps(steps: readonly Step[], body: unknown): void {
  if (steps.length === 0 || steps.length > MOST_OPERATIONS) {
    throw new KvsRefusal(400, 'TOO_MANY_OPERATIONS', 'A transaction has 1 to 25 operations.');
  }
  if (new Set(steps.map(({ key, entityName }) => `${spaceOf(entityName)} ${key}`)).size < steps.length) {
    throw new KvsRefusal(400, 'DUPLICATE_KEY', 'A transaction names each key once.');
  }
  if (Buffer.byteLength(JSON.stringify(body)) > BIGGEST_PAYLOAD) {
    throw new KvsRefusal(400, 'MAX_SIZE', 'A transaction is at most 4 MB.');
  }
}

function requireConditions(context: KvsContext, { key, entityName, conditions }: Step): void {
  if (entityName === undefined) {
    if (conditions === undefined) return;
    throw new KvsRefusal(400, 'INVALID_REQUEST', 'Conditions are for custom entities only.');
  }
  const entity = entityNamed(context.entities, entityName);
  if (conditions === undefined) return;
  checkFilters(entity, conditions);
  const entry = context.store.read(spaceOf(entityName), key);
  const holds =
    entry === undefined ? holdsForMissing(context, conditions) : filtersHold(conditions, attributesOf(entry.value));
  if (!holds) throw new KvsRefusal(400, 'CONDITION_FAILED', `A condition on ${entityName} ${key} does not hold.`);
}

/** Of a row that is not there, no attribute fulfils anything, save perhaps NOT_EXISTS. */
function holdsForMissing({ settings }: KvsContext, { and, or }: Filters): boolean {
  const holds = ({ condition }: { readonly condition: string }) =>
    settings.notExistsHoldsForMissingRow && condition === 'NOT_EXISTS';
  return and === undefined ? (or ?? []).some(holds) : and.every(holds);
}
