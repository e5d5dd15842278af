import * as v from 'valibot';
import type { FieldKind } from './fields';
import { schemaProblems } from './json-schema';
import type { Field, ForgeField } from './model/field';
import { fieldError } from './rest/errors';

/** A field that an app declares, as forms and the history treat it. */
export const forgeFieldKind: FieldKind = {
  read(input, field) {
    if (field.forge?.readOnly !== false) {
      throw fieldError(field.id, `Field '${field.id}' cannot be set. It is not on the appropriate screen, or unknown.`);
    }
    const problem = forgeValueProblems(input, field.forge)[0];
    if (problem !== undefined) throw fieldError(field.id, problem);
    return input;
  },
  json: (value) => value,
  trace: (value) => {
    if (value === null) return [null, null];
    return [null, typeof value === 'string' ? value : JSON.stringify(value)];
  },
};

const VALUE = {
  string: v.string(),
  number: v.number(),
  user: v.strictObject({ accountId: v.string() }),
  group: v.strictObject({ groupId: v.string() }),
  date: v.pipe(v.string(), v.isoDate()),
  datetime: v.pipe(v.string(), v.isoTimestamp()),
  object: v.record(v.string(), v.unknown()),
} satisfies Record<ForgeField['fieldType'], v.GenericSchema>;

/** Why the field cannot hold this value; nothing if it can. Null empties every field. */
export function forgeValueProblems(value: unknown, forge: ForgeField): readonly string[] {
  if (value === null) return [];
  const { fieldType, collection, schema } = forge;
  const type = VALUE[fieldType];
  if (!v.is(collection === 'list' ? v.array(type) : type, value)) {
    return [`The value has to be ${collection === 'list' ? 'a list of' : 'of type'} ${fieldType}.`];
  }
  return schema === undefined ? [] : schemaProblems(value, schema);
}

/** The `schema` that Jira gives with the metadata of such a field. */
export const forgeFieldSchema = ({ id }: Field, { fieldType, collection, type, readOnly }: ForgeField) => ({
  type: collection === 'list' ? 'array' : fieldType,
  ...(collection === 'list' ? { items: fieldType } : {}),
  custom: type,
  customId: Number(id.replace('customfield_', '')),
  configuration: { readOnly },
});
