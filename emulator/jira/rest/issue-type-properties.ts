import type { IssueType } from '../model/site';
import { callerId, mayGlobally } from '../permissions';
import { JiraError } from './errors';
import { type Call, noContent, type Operation, param } from './operation';
import { withoutProperty } from './property-value';

const PATH = '/issuetype/{issueTypeId}/properties/{propertyKey}';

function typeOf(call: Call): IssueType {
  callerId(call.who);
  const type = call.store.issueTypes.get(param(call, 'issueTypeId'));
  if (type === undefined) throw new JiraError(404, ['The issue type does not exist.']);
  return type;
}

export const getIssueTypeProperty: Operation = {
  operationId: 'getIssueTypeProperty',
  method: 'GET',
  path: PATH,
  handle: (call) => {
    const key = param(call, 'propertyKey');
    const { properties } = typeOf(call);
    if (!Object.hasOwn(properties, key)) throw new JiraError(404, [`The property ${key} does not exist.`]);
    return Response.json({ key, value: properties[key] });
  },
};

export const getIssueTypePropertyKeys: Operation = {
  operationId: 'getIssueTypePropertyKeys',
  method: 'GET',
  path: '/issuetype/{issueTypeId}/properties',
  handle: (call) => {
    const type = typeOf(call);
    const self = `${call.jira.baseUrl()}/rest/api/3/issuetype/${type.id}/properties/`;
    return Response.json({ keys: Object.keys(type.properties).map((key) => ({ self: self + key, key })) });
  },
};

/** For Jira administrators only: an editor of issues cannot turn a work type on or off. */
export const setIssueTypeProperty: Operation = {
  operationId: 'setIssueTypeProperty',
  method: 'PUT',
  path: PATH,
  handle: (call) => {
    const type = typeOf(call);
    if (!mayGlobally(call.store, call.who, 'ADMINISTER')) {
      throw new JiraError(403, ['Only Jira administrators can change properties of a work type.']);
    }
    const key = param(call, 'propertyKey');
    if (call.body === undefined) throw new JiraError(400, ['The value has to be JSON.']);
    const isNew = !Object.hasOwn(type.properties, key);
    type.properties = { ...type.properties, [key]: call.body };
    return new Response(null, { status: isNew ? 201 : 200 });
  },
};

export const deleteIssueTypeProperty: Operation = {
  operationId: 'deleteIssueTypeProperty',
  method: 'DELETE',
  path: PATH,
  handle: (call) => {
    const type = typeOf(call);
    if (!mayGlobally(call.store, call.who, 'ADMINISTER')) {
      throw new JiraError(403, ['Only Jira administrators can change properties of a work type.']);
    }
    type.properties = withoutProperty(type.properties, param(call, 'propertyKey'));
    return noContent();
  },
};
