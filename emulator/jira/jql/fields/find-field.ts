import type { Field as WrittenField } from '@atlaskit/jql-ast';
import type { Field, FieldType } from '../../model/field';
import { NotModelled } from '../../rest/errors';
import type { JiraStore } from '../../store';
import { keyOf, pathOf } from '../field-name';
import { noSuchField } from '../problem';
import { aliasField, customField } from './custom-fields';
import { filterField } from './filter-field';
import { indexedValueField } from './indexed-value';
import type { JqlField } from './jql-field';
import { NOT_MODELLED, SYSTEM_FIELDS } from './system-fields';
import { valuesAtPath } from './value-at-path';

/** What a name in a query means: a field of Jira, a custom field by name or `cf[id]`, an alias, an entity property. */
export function findField(written: WrittenField, store: JiraStore): JqlField {
  const [property] = written.properties ?? [];
  if (property !== undefined) {
    return propertyField(written.value, keyOf(property), pathOf(property.path), store);
  }
  const name = written.value;
  const small = name.toLowerCase();
  if (['filter', 'request', 'savedfilter', 'searchrequest'].includes(small)) return filterField;
  if (Object.hasOwn(SYSTEM_FIELDS, small)) return SYSTEM_FIELDS[small] ?? missing(name);
  for (const field of store.fields.values()) {
    if (field.custom && namesOf(field).includes(small)) return customField(field);
    const alias = field.forge?.searchAliases.find((one) => `${field.name}.${one.alias}`.toLowerCase() === small);
    if (alias !== undefined) return aliasField(field.id, alias);
    if (field.forge !== undefined && small.startsWith(`${clauseName(field)}.`)) {
      throw new NotModelled(
        `That '${name}' reaches into a field is documented nowhere: use its name and a search alias.`,
      );
    }
  }
  return indexedProperty(small, store) ?? missing(name);
}

/** `cf[10050]` */
export const clauseName = ({ id }: Pick<Field, 'id'>): string => `cf[${id.replace('customfield_', '')}]`;

const namesOf = (field: Field): readonly string[] =>
  [field.name, field.id, clauseName(field), `${field.name}[${TYPE_NAME[field.type]}]`].map((name) =>
    name.toLowerCase(),
  );

/** How a type is called where two fields have one name: `"Kind of critical issue[Dropdown]"`. */
const TYPE_NAME: Readonly<Record<FieldType, string>> = {
  text: 'Short text',
  'rich-text': 'Paragraph',
  user: 'User Picker (single user)',
  option: 'Dropdown',
  options: 'Checkboxes',
  priority: 'Priority',
  labels: 'Labels',
  date: 'Date',
  forge: 'Forge',
};

function missing(name: string): never {
  if (NOT_MODELLED.has(name.toLowerCase())) {
    throw new NotModelled(`The embedded Jira does not model the JQL field '${name}' yet.`);
  }
  throw noSuchField(name);
}

/** A property whose search alias, or whose key and path, was indexed by an app. */
function indexedProperty(alias: string, store: JiraStore): JqlField | undefined {
  const index = [...store.propertyIndexes.values()].find(({ searchAlias }) => searchAlias?.toLowerCase() === alias);
  return index === undefined ? undefined : propertyField('issue.property', index.propertyKey, `.${index.path}`, store);
}

function propertyField(entity: string, key: string, dottedPath: string, store: JiraStore): JqlField {
  if (entity.toLowerCase() !== 'issue.property') return missing(entity);
  const path = dottedPath.replace(/^\./, '');
  const index = [...store.propertyIndexes.values()].find((one) => one.propertyKey === key && one.path === path);
  if (index === undefined) throw noSuchField(`${entity}[${key}].${path}`);
  return indexedValueField({
    column: `property:${key}.${path}:${index.type}`,
    valuesOf: ({ properties }) =>
      Object.hasOwn(properties, key) ? valuesAtPath(properties[key], path.split('.')) : [],
    type: index.type,
  });
}
