import type { Issue } from '../model/issue';
import { browsedIssue, demand } from '../permissions';
import { type Call, noContent, type Operation, param } from './operation';
import { missingProperty, propertyKeys, withoutProperty, withProperty } from './property-value';

const PATH = '/issue/{issueIdOrKey}/properties/{propertyKey}';

const editable = (call: Call): Issue => {
  const issue = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
  demand(call.store, call.who, 'EDIT_ISSUES', issue, 'You do not have permission to edit issues in this project.');
  return issue;
};

export const getIssueProperty: Operation = {
  operationId: 'getIssueProperty',
  method: 'GET',
  path: PATH,
  handle: (call) => {
    const key = param(call, 'propertyKey');
    const { properties } = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
    if (!Object.hasOwn(properties, key)) throw missingProperty(key);
    return Response.json({ key, value: properties[key] });
  },
};

export const setIssueProperty: Operation = {
  operationId: 'setIssueProperty',
  method: 'PUT',
  path: PATH,
  handle: (call) => {
    const issue = editable(call);
    const { properties, response } = withProperty(issue.properties, param(call, 'propertyKey'), call);
    call.store.issues.change(issue, { properties });
    return response;
  },
};

export const deleteIssueProperty: Operation = {
  operationId: 'deleteIssueProperty',
  method: 'DELETE',
  path: PATH,
  handle: (call) => {
    const issue = editable(call);
    const properties = withoutProperty(issue.properties, param(call, 'propertyKey'));
    call.store.issues.change(issue, { properties });
    return noContent();
  },
};

export const getIssuePropertyKeys: Operation = {
  operationId: 'getIssuePropertyKeys',
  method: 'GET',
  path: '/issue/{issueIdOrKey}/properties',
  handle: (call) => {
    const issue = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
    return Response.json(
      propertyKeys(issue.properties, `${call.jira.baseUrl()}/rest/api/3/issue/${issue.id}/properties`),
    );
  },
};
