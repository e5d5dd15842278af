import * as v from 'valibot';
import type { ChangeItem } from '../seams';
import { type FieldContext, fieldKind, READ_ONLY_FIELDS } from './fields';
import type { FieldValue, Issue } from './model/issue';
import type { Field } from './model/field';
import type { ScreenField } from './model/site';
import { JiraError, NotModelled } from './rest/errors';

/** `fields` and `update` of a create, an edit or a transition. */
export const FieldChangesSchema = v.object({
  fields: v.optional(v.record(v.string(), v.unknown()), {}),
  update: v.optional(v.record(v.string(), v.array(v.record(v.string(), v.unknown()))), {}),
});

/** Entity properties that a create or an edit sets. */
export const PropertiesSchema = v.optional(v.array(v.object({ key: v.string(), value: v.unknown() })), []);
export const propertiesOf = (given: v.InferOutput<typeof PropertiesSchema>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(given.map(({ key, value }) => [key, value]));

export type FieldChanges = v.InferOutput<typeof FieldChangesSchema>;

export type Values = Readonly<Record<string, FieldValue>>;

/** What may be set here, by field id, and what must be. */
export interface Settable {
  readonly screen: readonly ScreenField[];
  /** Fields that a caller may set though the screen lacks them. */
  readonly besides?: readonly string[];
}

/** The values that these changes set, each read and checked. Every wrong field is told at once, as Jira does. */
export function readFieldChanges(
  changes: FieldChanges,
  settable: Settable,
  before: Values,
  context: FieldContext,
): Values {
  const errors: Record<string, string> = {};
  const values: Record<string, FieldValue> = {};
  const attempt = (fieldId: string, read: (field: Field) => FieldValue) => {
    try {
      values[fieldId] = read(settableField(fieldId, settable, context));
    } catch (failure) {
      if (!(failure instanceof JiraError)) throw failure;
      Object.assign(errors, failure.errors);
    }
  };
  for (const [fieldId, input] of Object.entries(changes.fields)) {
    attempt(fieldId, (field) => fieldKind(field).read(input, field, context));
  }
  for (const [fieldId, operations] of Object.entries(changes.update)) {
    if (fieldId in changes.fields) {
      errors[fieldId] = `Field '${fieldId}' cannot be set twice in one call.`;
    } else if (fieldId !== 'comment') {
      attempt(fieldId, (field) => updated(operations, field, before[fieldId] ?? null, context));
    }
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  return values;
}

/** What Jira takes in an edit too, where it is on the screen. */
const OTHERWISE_EDITED = ['issuelinks', 'worklog'];

function settableField(fieldId: string, { screen, besides = [] }: Settable, { store }: FieldContext): Field {
  if (OTHERWISE_EDITED.includes(fieldId)) {
    throw new NotModelled(`The embedded Jira does not model '${fieldId}' in an edit; it has an operation of its own.`);
  }
  const field = store.fields.get(fieldId);
  const there = besides.includes(fieldId) || screen.some((entry) => entry.fieldId === fieldId);
  if (field === undefined || fieldId in READ_ONLY_FIELDS || !there) {
    throw new JiraError(400, [], {
      [fieldId]: `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`,
    });
  }
  return field;
}

/** The value after `update` operations: `set` for every field, `add` and `remove` for labels. */
function updated(
  operations: FieldChanges['update'][string],
  field: Field,
  before: FieldValue,
  context: FieldContext,
): FieldValue {
  return operations.reduce<FieldValue>((value, operation) => {
    const [[verb, input] = []] = Object.entries(operation);
    if (verb === 'set') return fieldKind(field).read(input, field, context);
    if (field.type !== 'labels' || typeof input !== 'string') {
      throw new NotModelled(`The embedded Jira does not model the operation '${verb ?? ''}' on ${field.id} yet.`);
    }
    const labels = v.parse(v.array(v.string()), value ?? []);
    const next = verb === 'add' ? [...labels, input] : labels.filter((label) => label !== input);
    return fieldKind(field).read(next, field, context);
  }, before);
}

/** Tells each required field of the screen that is empty after all. */
export function demandRequired(screen: readonly ScreenField[], values: Values, { store }: FieldContext): void {
  const errors = screen
    .filter(({ fieldId, required }) => required && (values[fieldId] ?? null) === null)
    .map(({ fieldId }) => [fieldId, requiredMessage(store.fields.get(fieldId), fieldId)] as const);
  if (errors.length > 0) throw new JiraError(400, [], Object.fromEntries(errors));
}

const requiredMessage = (field: Field | undefined, fieldId: string): string =>
  fieldId === 'summary' ? 'You must specify a summary of the issue.' : `${field?.name ?? fieldId} is required.`;

/** The items of a history for the values that differ. */
export function changeItems(
  issue: Pick<Issue, 'fields'>,
  values: Values,
  context: FieldContext,
): readonly ChangeItem[] {
  return Object.entries(values).flatMap(([fieldId, value]): ChangeItem[] => {
    const field = context.store.fields.get(fieldId);
    const before = issue.fields[fieldId] ?? null;
    if (field === undefined || JSON.stringify(before) === JSON.stringify(value)) return [];
    const [from, fromString] = fieldKind(field).trace(before, field, context);
    const [to, toString] = fieldKind(field).trace(value, field, context);
    return [
      {
        field: field.custom ? field.name : field.id,
        fieldtype: field.custom ? 'custom' : 'jira',
        fieldId,
        from,
        fromString,
        to,
        toString,
      },
    ];
  });
}
