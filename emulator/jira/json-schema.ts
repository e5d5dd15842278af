import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';

/**
 * What of JSON schema a custom field's manifest may use here. A keyword that is not in this list is a fault of whoever
 * installs the app, told when the field is made, so that no value passes a rule that nobody checks.
 */
const KEYWORDS = new Set(
  `type properties required additionalProperties items enum const maxLength minLength pattern minimum maximum maxItems
  minItems uniqueItems title description format default $schema searchAlias searchType searchSuggestionsEnabled`.split(
    /\s+/,
  ),
);

const SchemaSchema = v.looseObject({
  type: v.optional(v.union([v.string(), v.array(v.string())])),
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
  required: v.optional(v.array(v.string()), []),
  additionalProperties: v.optional(v.boolean(), true),
  items: v.optional(v.unknown()),
  enum: v.optional(v.array(v.unknown())),
  const: v.optional(v.unknown()),
  maxLength: v.optional(v.number(), Infinity),
  minLength: v.optional(v.number(), 0),
  pattern: v.optional(v.string()),
  minimum: v.optional(v.number(), -Infinity),
  maximum: v.optional(v.number(), Infinity),
  maxItems: v.optional(v.number(), Infinity),
  minItems: v.optional(v.number(), 0),
  uniqueItems: v.optional(v.boolean(), false),
});
type Schema = v.InferOutput<typeof SchemaSchema>;

/** Throws an Error that names the first keyword which is not checked here. */
export function demandCheckable(schema: unknown): void {
  const read = v.parse(SchemaSchema, schema);
  const strange = Object.keys(read).find((key) => !KEYWORDS.has(key));
  if (strange !== undefined) throw new Error(`The embedded Jira does not model '${strange}' in a field's schema.`);
  for (const inner of [...Object.values(read.properties), ...(read.items === undefined ? [] : [read.items])]) {
    demandCheckable(inner);
  }
}

/** What is wrong with a value, each with the place in it; nothing if it fits. */
export function schemaProblems(value: unknown, given: unknown, at = '#'): readonly string[] {
  const schema = v.parse(SchemaSchema, given);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    return [`${at}: expected type: ${types.join(' or ')}, found: ${typeName(value)}`];
  }
  return [
    ...(schema.enum === undefined || schema.enum.some((one) => isDeepStrictEqual(one, value))
      ? []
      : [`${at}: is not a valid enum value`]),
    ...(schema.const === undefined || isDeepStrictEqual(schema.const, value) ? [] : [`${at}: is not the constant`]),
    ...(typeof value === 'string' ? textProblems(value, schema, at) : []),
    ...(typeof value === 'number' && (value < schema.minimum || value > schema.maximum)
      ? [`${at}: ${value} is out of range`]
      : []),
    ...(Array.isArray(value) ? listProblems(value, schema, at) : []),
    ...(v.is(RecordSchema, value) && !Array.isArray(value) ? objectProblems(value, schema, at) : []),
  ];
}

const RecordSchema = v.record(v.string(), v.unknown());

function isOfType(value: unknown, type: string): boolean {
  return typeName(value) === type || (type === 'number' && typeof value === 'number');
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function textProblems(value: string, { maxLength, minLength, pattern }: Schema, at: string): readonly string[] {
  const { length } = Array.from(value);
  return [
    ...(length > maxLength ? [`${at}: expected maxLength: ${maxLength}, actual: ${length}`] : []),
    ...(length < minLength ? [`${at}: expected minLength: ${minLength}, actual: ${length}`] : []),
    ...(pattern === undefined || new RegExp(pattern, 'u').test(value)
      ? []
      : [`${at}: string does not match pattern ${pattern}`]),
  ];
}

function listProblems(value: readonly unknown[], schema: Schema, at: string): readonly string[] {
  const { items, maxItems, minItems, uniqueItems } = schema;
  const texts = value.map((item) => JSON.stringify(item));
  return [
    ...(value.length > maxItems ? [`${at}: expected maximum item count: ${maxItems}, found: ${value.length}`] : []),
    ...(value.length < minItems ? [`${at}: expected minimum item count: ${minItems}, found: ${value.length}`] : []),
    ...(uniqueItems && new Set(texts).size < texts.length ? [`${at}: array items are not unique`] : []),
    ...(items === undefined ? [] : value.flatMap((item, index) => schemaProblems(item, items, `${at}/${index}`))),
  ];
}

function objectProblems(value: Readonly<Record<string, unknown>>, schema: Schema, at: string): readonly string[] {
  const { properties, required, additionalProperties } = schema;
  const missing = required.filter((key) => !Object.hasOwn(value, key));
  const strange = Object.keys(value).filter((key) => !additionalProperties && !Object.hasOwn(properties, key));
  return [
    ...missing.map((key) => `${at}: required key [${key}] not found`),
    ...strange.map((key) => `${at}: extraneous key [${key}] is not permitted`),
    ...Object.entries(properties)
      .filter(([key]) => Object.hasOwn(value, key))
      .flatMap(([key, inner]) => schemaProblems(value[key], inner, `${at}/${key}`)),
  ];
}
