import { fieldSchema } from '../fields';
import { allFieldsJson, fieldNames, historyJson, wantedFields } from '../issue-json';
import type { Issue } from '../model/issue';
import { browsedIssue } from '../permissions';
import { editMetaJson } from './get-edit-issue-meta';
import { type Call, listed, type Operation, param } from './operation';
import { transitionsJson } from './get-transitions';

/** How many entries Jira sends with an issue; the rest is asked for by themselves. */
const HISTORIES_WITH_ISSUE = 40;

export const getIssue: Operation = {
  operationId: 'getIssue',
  method: 'GET',
  path: '/issue/{issueIdOrKey}',
  query: ['fields', 'properties', 'updateHistory'],
  expand: ['names', 'schema', 'changelog', 'editmeta', 'transitions'],
  handle: (call) => {
    const issue = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
    return Response.json(
      issueJson(call, issue, {
        fields: listed(call, 'fields'),
        properties: listed(call, 'properties'),
        expand: listed(call, 'expand'),
      }),
    );
  },
};

/** What a caller asks of an issue. No `fields` are all of them. */
export interface Wanted {
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
}

/** An issue as Jira sends it, with what is asked for. */
export function issueJson(call: Call, issue: Issue, { fields, properties, expand }: Wanted) {
  const { jira, store, who } = call;
  const site = { store, baseUrl: jira.baseUrl() };
  const all = allFieldsJson(issue, { ...site, viewer: who });
  const wanted = wantedFields(fields, Object.keys(all));
  const names = fieldNames(store);
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations,customfield',
    id: issue.id,
    self: `${site.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries([...wanted].map((id) => [id, all[id]])),
    ...(expand.includes('names') ? { names: Object.fromEntries([...wanted].map((id) => [id, names[id] ?? id])) } : {}),
    ...(expand.includes('changelog') ? { changelog: recentHistories(issue, site) } : {}),
    ...(expand.includes('editmeta') ? { editmeta: editMetaJson(call, issue) } : {}),
    ...(expand.includes('schema') ? { schema: schemasOf(call, wanted) } : {}),
    ...(expand.includes('transitions') ? { transitions: transitionsJson(call, issue, false) } : {}),
    ...(properties.length === 0 ? {} : { properties: chosen(issue.properties, properties) }),
  };
}

const schemasOf = ({ store }: Call, wanted: ReadonlySet<string>) =>
  Object.fromEntries(
    [...store.fields.values()].filter(({ id }) => wanted.has(id)).map((field) => [field.id, fieldSchema(field)]),
  );

/** The newest entries first, and no more than Jira sends. */
function recentHistories(issue: Issue, site: Parameters<typeof historyJson>[1]) {
  const newest = [...issue.histories].reverse().slice(0, HISTORIES_WITH_ISSUE);
  return {
    startAt: 0,
    maxResults: newest.length,
    total: issue.histories.length,
    histories: newest.map((history) => historyJson(history, site)),
  };
}

const chosen = (properties: Issue['properties'], keys: readonly string[]) =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => keys.includes(key) || keys.includes('*all')));
