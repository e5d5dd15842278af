import type { Issue } from '../model/issue';
import { browsedIssue, demand } from '../permissions';
import { JiraError } from './errors';
import { type Call, noContent, type Operation, param } from './operation';

const PATH = '/issue/{issueIdOrKey}/properties/{propertyKey}';
const MAX_VALUE = 32_768;

const editable = (call: Call): Issue => {
  const issue = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
  demand(call.store, call.who, 'EDIT_ISSUES', issue, 'You do not have permission to edit issues in this project.');
  return issue;
};

const missing = (key: string) => new JiraError(404, [`The property ${key} does not exist.`]);

export const getIssueProperty: Operation = {
  operationId: 'getIssueProperty',
  method: 'GET',
  path: PATH,
  handle: (call) => {
    const key = param(call, 'propertyKey');
    const { properties } = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
    if (!Object.hasOwn(properties, key)) throw missing(key);
    return Response.json({ key, value: properties[key] });
  },
};

export const setIssueProperty: Operation = {
  operationId: 'setIssueProperty',
  method: 'PUT',
  path: PATH,
  handle: (call) => {
    const issue = editable(call);
    const key = param(call, 'propertyKey');
    if (call.body === undefined || JSON.stringify(call.body).length > MAX_VALUE) {
      throw new JiraError(400, [`The value has to be JSON of at most ${MAX_VALUE} characters.`]);
    }
    const isNew = !Object.hasOwn(issue.properties, key);
    issue.properties = { ...issue.properties, [key]: call.body };
    return new Response(null, { status: isNew ? 201 : 200 });
  },
};

export const deleteIssueProperty: Operation = {
  operationId: 'deleteIssueProperty',
  method: 'DELETE',
  path: PATH,
  handle: (call) => {
    const issue = editable(call);
    const key = param(call, 'propertyKey');
    if (!Object.hasOwn(issue.properties, key)) throw missing(key);
    issue.properties = Object.fromEntries(Object.entries(issue.properties).filter(([name]) => name !== key));
    return noContent();
  },
};

export const getIssuePropertyKeys: Operation = {
  operationId: 'getIssuePropertyKeys',
  method: 'GET',
  path: '/issue/{issueIdOrKey}/properties',
  handle: (call) => {
    const issue = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
    const self = `${call.jira.baseUrl()}/rest/api/3/issue/${issue.id}/properties/`;
    return Response.json({ keys: Object.keys(issue.properties).map((key) => ({ self: self + key, key })) });
  },
};
