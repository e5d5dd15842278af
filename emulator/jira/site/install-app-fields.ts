import * as v from 'valibot';
import { demandCheckable } from '../json-schema';
import type { ForgeField, SearchAlias } from '../model/field';
import type { JiraStore } from '../store';
import type { InstalledApp } from './installed-app';

/** A `jira:customField` of the app's manifest, of which only what is named here is modelled. */
export interface AppField {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly collection?: 'none' | 'list';
  readonly readOnly?: boolean;
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly view?: { readonly formatter?: { readonly expression: string } };
}

export interface FieldOwner extends InstalledApp {
  /** Fields of other environments than production carry its name behind their own. */
  readonly environmentType?: 'DEVELOPMENT' | 'STAGING' | 'PRODUCTION';
}

/**
 * Makes the app's custom fields, locked and on no screen, as a deployment does. A field that is there keeps its id and
 * its values. Throws an Error for a type or a schema that is not modelled.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#field-lifecycle
 */
export function installAppFields(store: JiraStore, app: FieldOwner, fields: readonly AppField[]): void {
  const { environmentType = 'PRODUCTION' } = app;
  const suffix = environmentType === 'PRODUCTION' ? '' : ` (${environmentType})`;
  for (const field of fields) {
    const forge = forgeFieldOf(app, environmentType, field);
    const id = [...store.fields.values()].find((one) => one.forge?.type === forge.type)?.id ?? freeFieldId(store);
    const name = field.name + suffix;
    store.fields.set(id, {
      id,
      name,
      description: field.description,
      type: 'forge',
      custom: true,
      options: [],
      forge,
    });
  }
}

/** The id of the next custom field. */
export function freeFieldId(store: JiraStore): string {
  const taken = [...store.fields.keys()].map((id) => Number(id.replace('customfield_', ''))).filter(Number.isInteger);
  return `customfield_${Math.max(10_059, ...taken) + 1}`;
}

const FieldTypeSchema = v.picklist(['string', 'number', 'user', 'group', 'date', 'datetime', 'object']);

function forgeFieldOf(app: InstalledApp, environment: string, field: AppField): ForgeField {
  const fieldType = v.safeParse(FieldTypeSchema, field.type);
  if (!fieldType.success) throw new Error(`The embedded Jira does not model custom fields of type ${field.type}.`);
  const { collection = 'none', readOnly = false, schema, view } = field;
  if (schema !== undefined) demandCheckable(schema);
  const formatter = view?.formatter?.expression;
  return {
    type: `ari:cloud:ecosystem::extension/${app.appId}/${app.environmentId}/static/${field.key}`,
    key: `${app.appId}__${environment}__${field.key}`,
    moduleKey: field.key,
    appAccountId: app.accountId,
    fieldType: fieldType.output,
    collection,
    readOnly,
    searchAliases: schema === undefined ? [] : aliasesIn(schema, []),
    ...(formatter === undefined ? {} : { formatter }),
    ...(schema === undefined ? {} : { schema }),
  };
}

const AliasedSchema = v.looseObject({
  type: v.optional(v.string(), ''),
  searchAlias: v.optional(v.string()),
  searchType: v.optional(v.picklist(['text', 'user', 'group', 'date'])),
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
  items: v.optional(v.looseObject({ type: v.optional(v.string(), '') })),
});

/** Every alias in a schema. An alias of a type that JQL cannot search is passed over, as Jira does. */
function aliasesIn(given: unknown, path: readonly string[]): readonly SearchAlias[] {
  const schema = v.parse(AliasedSchema, given);
  const inner = Object.entries(schema.properties).flatMap(([key, one]) => aliasesIn(one, [...path, key]));
  const valueType = schema.type === 'array' ? (schema.items?.type ?? '') : schema.type;
  const type = schema.searchType ?? JQL_TYPE.get(valueType);
  if (schema.searchAlias === undefined || type === undefined) return inner;
  return [{ alias: schema.searchAlias, path: path.join('.'), type }, ...inner];
}

const JQL_TYPE: ReadonlyMap<string, SearchAlias['type']> = new Map([
  ['string', 'string'],
  ['boolean', 'string'],
  ['number', 'number'],
  ['integer', 'number'],
]);
