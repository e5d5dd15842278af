import { RESERVED_WORDS } from '@atlaskit/jql-ast';
import type { JiraStore } from '../store';
import { aliasField, customField } from './fields/custom-fields';
import { filterField } from './fields/filter-field';
import { clauseName } from './fields/find-field';
import type { JqlField } from './fields/jql-field';
import { SYSTEM_FIELDS } from './fields/system-fields';

/** What a person may write in a query, in the shape of `JQLReferenceData`. */
export const referenceData = (store: JiraStore) => ({
  visibleFieldNames: [
    ...Object.entries({ ...SYSTEM_FIELDS, filter: filterField }).map(([name, field]) => fieldJson(name, name, field)),
    ...[...store.fields.values()]
      .filter(({ custom }) => custom)
      .flatMap((field) => {
        const cfid = clauseName(field);
        const hasNamesake = [...store.fields.values()].filter(({ name }) => name === field.name).length > 1;
        const whole = fieldJson(hasNamesake ? cfid : quoted(field.name), `${field.name} - ${cfid}`, customField(field));
        const aliases = field.forge?.searchAliases ?? [];
        return [
          { ...whole, cfid },
          ...aliases.map((alias) => {
            const name = `${field.name}.${alias.alias}`;
            return fieldJson(quoted(name), name, aliasField(field.id, alias));
          }),
        ];
      }),
  ],
  visibleFunctionNames: FUNCTIONS,
  jqlReservedWords: [...RESERVED_WORDS],
});

const fieldJson = (value: string, displayName: string, field: JqlField) => ({
  value,
  displayName,
  orderable: String(field.order !== undefined),
  searchable: String(field.operators.length > 0),
  ...(field.suggest === undefined ? {} : { auto: 'true' }),
  operators: field.operators,
  types: [field.type],
});

/** A name as it can be written in a query. */
export const quoted = (name: string): string => {
  const isWord = /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) && !RESERVED_WORDS.has(name.toLowerCase());
  return isWord ? name : `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
};

const USER = 'com.atlassian.jira.user.ApplicationUser';
const ISSUE = 'com.atlassian.jira.issue.Issue';
const DATE = 'java.util.Date';

const functionJson = (name: string, type: string, isList: boolean) => ({
  value: name,
  displayName: name,
  ...(isList ? { isList: 'true' } : {}),
  types: [type],
});

const FUNCTIONS = [
  functionJson('currentUser()', USER, false),
  functionJson('membersOf("")', USER, true),
  functionJson('linkedIssues("")', ISSUE, true),
  functionJson('now()', DATE, false),
  ...['Day', 'Week', 'Month', 'Year'].flatMap((unit) => [
    functionJson(`startOf${unit}()`, DATE, false),
    functionJson(`endOf${unit}()`, DATE, false),
  ]),
];
