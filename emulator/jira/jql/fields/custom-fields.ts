import { adfText } from '../../adf';
import type { Field, ForgeField, SearchAlias } from '../../model/field';
import type { Issue } from '../../model/issue';
import { dayField, momentField } from './date-fields';
import { indexedValueField, readNumber } from './indexed-value';
import type { JqlField } from './jql-field';
import { numbersField } from './numbers-field';
import { accountIdsIn, PEOPLE, personField } from './people-fields';
import { labelsField, plainSuggestion } from './record-fields';
import { termsField } from './terms-field';
import { textField } from './text-field';
import { numbersIn, textsIn, valuesAtPath } from './value-at-path';

/** How JQL asks a custom field, by the type of the field. */
export function customField(field: Field): JqlField {
  const { id } = field;
  const textOf = ({ fields }: Issue) => (typeof fields[id] === 'string' ? fields[id] : '');
  switch (field.type) {
    case 'text':
      return textField({ parts: [{ column: id, textOf }], sortable: true, supportsEmpty: true });
    case 'rich-text': {
      const parts = [{ column: id, textOf: ({ fields }: Issue) => adfText(fields[id]) }];
      return textField({ parts, sortable: true, supportsEmpty: true });
    }
    case 'user':
      return personField(id);
    case 'labels':
      return labelsField(id);
    case 'date':
      return dayField(id, ({ fields }) => fields[id]);
    case 'option':
    case 'options':
    case 'priority':
      return optionField(field);
    case 'forge':
      return field.forge === undefined ? optionField(field) : forgeField(id, field.forge);
  }
}

const optionField = ({ id, options }: Field): JqlField =>
  termsField({
    column: id,
    termsOf: ({ fields }) => textsIn(valuesAtPath(fields[id], [])),
    idsNamed: (text) =>
      options
        .filter((option) => option.id === text || option.value.toLowerCase() === text.toLowerCase())
        .map((one) => one.id),
    sortKey: (held) => options.findIndex((option) => option.id === held),
    suggest: () => options.map(({ value }) => plainSuggestion(value)),
    type: 'com.atlassian.jira.issue.customfields.option.Option',
  });

/** A field of an app. Of an object JQL can ask for words anywhere in it, and through its search aliases. */
function forgeField(id: string, { fieldType, formatter }: ForgeField): JqlField {
  const valuesOf = ({ fields }: Issue) => valuesAtPath(fields[id], []);
  switch (fieldType) {
    case 'string':
    case 'group':
      return termsField({
        column: id,
        termsOf: (issue) => textsIn(valuesOf(issue)).map((text) => text.toLowerCase()),
        idsNamed: (text) => [text.toLowerCase()],
        sortKey: (text) => text,
        type: 'java.lang.String',
      });
    case 'number':
      return numbersField({
        column: id,
        numbersOf: (issue) => numbersIn(valuesOf(issue)),
        read: readNumber,
        type: 'java.lang.Number',
      });
    case 'user':
      return termsField({ ...PEOPLE, column: id, termsOf: (issue) => valuesOf(issue).flatMap(accountIdsIn) });
    case 'date':
      return dayField(id, ({ fields }) => fields[id]);
    case 'datetime':
      return momentField(id, ({ fields }) => fields[id]);
    case 'object':
      return objectField(id, formatter !== undefined);
  }
}

/** Without a formatter an object is not searchable: Jira then knows no operator for it. */
function objectField(id: string, isSearchable: boolean): JqlField {
  const textOf = ({ fields }: Issue) => wordsIn(fields[id]).join('\n');
  const field = textField({
    parts: [{ column: id, textOf }],
    sortable: false,
    supportsEmpty: false,
    undocumented: ['is', 'is not', '=', '!=', 'in', 'not in'],
  });
  return isSearchable ? field : { ...field, operators: [], undocumented: [] };
}

const wordsIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(wordsIn)
    : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [String(value)]
      : [];

/** `EmergencyChange.phase`: a part of an object that the app's manifest gives a search alias. */
export const aliasField = (id: string, { alias, path, type }: SearchAlias): JqlField =>
  indexedValueField({
    column: `${id}.${alias}:${path}:${type}`,
    valuesOf: ({ fields }) => valuesAtPath(fields[id], path.split('.')),
    type,
  });
