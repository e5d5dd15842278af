import { fieldSchema, READ_ONLY_FIELDS } from '../fields';
import type { Field } from '../model/field';
import { JiraError } from './errors';
import type { Call } from './operation';

/** A field as the list of all fields shows it. */
export const fieldJson = (field: Field) => ({
  id: field.id,
  key: field.forge?.key ?? field.id,
  name: field.name,
  custom: field.custom,
  orderable: true,
  navigable: true,
  searchable: isSearchable(field),
  clauseNames: field.custom ? [`cf[${field.id.replace('customfield_', '')}]`, field.name] : [field.id],
  schema: fieldSchema(field),
});

/** An object without a formatter cannot be searched: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/ */
const isSearchable = ({ forge }: Field) => forge?.fieldType !== 'object' || forge.formatter !== undefined;

/** The fields that Jira sets itself. */
export const readOnlyFieldsJson = () =>
  Object.entries(READ_ONLY_FIELDS).map(([id, name]) => ({
    id,
    key: id,
    name,
    custom: false,
    orderable: false,
    navigable: true,
    searchable: true,
    clauseNames: [id],
  }));

/** A custom field has one context here, global, for every work type. */
export const contextIdOf = ({ id }: Field): string => String(10_000 + Number(id.replace('customfield_', '')));

export function customFieldOf({ store }: Call, id: string): Field {
  const field = store.fields.get(id);
  if (field?.custom !== true) throw new JiraError(404, ['The custom field was not found.']);
  return field;
}

/** 404 unless the context is the field's own. */
export function demandContext(field: Field, contextId: string): void {
  if (contextId !== contextIdOf(field)) throw new JiraError(404, ['The custom field context was not found.']);
}
