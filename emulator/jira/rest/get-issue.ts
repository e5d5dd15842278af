import { allFieldsJson, fieldNames, historyJson, wantedFields } from '../issue-json';
import type { Issue } from '../model/issue';
import { browsedIssue } from '../permissions';
import { editMetaJson } from './get-edit-issue-meta';
import { type Call, expands, type Operation, param } from './operation';
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
    return Response.json(issueJson(call, issue, call.query.getAll('fields')));
  },
};

/** An issue as Jira sends it, with what `fields`, `properties` and `expand` ask for. */
export function issueJson(call: Call, issue: Issue, asked: readonly string[]) {
  const { jira, store } = call;
  const site = { store, baseUrl: jira.baseUrl() };
  const all = allFieldsJson(issue, site);
  const wanted = wantedFields(asked, Object.keys(all));
  const names = fieldNames(store);
  const properties = call.query.getAll('properties').flatMap((text) => text.split(','));
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations,customfield',
    id: issue.id,
    self: `${site.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries(Object.entries(all).filter(([id]) => wanted.has(id))),
    ...(expands(call, 'names') ? { names: Object.fromEntries([...wanted].map((id) => [id, names[id] ?? id])) } : {}),
    ...(expands(call, 'changelog') ? { changelog: recentHistories(issue, site) } : {}),
    ...(expands(call, 'editmeta') ? { editmeta: editMetaJson(call, issue) } : {}),
    ...(expands(call, 'transitions') ? { transitions: transitionsJson(call, issue, false) } : {}),
    ...(properties.length === 0 ? {} : { properties: chosen(issue.properties, properties) }),
  };
}

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
