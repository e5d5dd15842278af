import * as v from 'valibot';
import { typeIdsOf } from '../configuration';
import { issueTypeJson } from '../issue-json';
import type { IssueType } from '../model/site';
import { browsedProject, callerId, demandJiraAdministrator } from '../permissions';
import { known } from '../store';
import { JiraError } from './errors';
import { type Call, noContent, type Operation, param, readWholeBody } from './operation';

export const getIssueType: Operation = {
  operationId: 'getIssueType',
  method: 'GET',
  path: '/issuetype/{id}',
  handle: (call) => {
    callerId(call.who);
    return Response.json(issueTypeJson(typeOf(call), call.jira.baseUrl()));
  },
};

export const getIssueTypesForProject: Operation = {
  operationId: 'getIssueTypesForProject',
  method: 'GET',
  path: '/issuetype/project',
  query: ['projectId', 'level'],
  handle: (call) => {
    const { store, who, query, jira } = call;
    const project = browsedProject(store, who, query.get('projectId') ?? '');
    const level = query.get('level');
    const types = typeIdsOf(store, project).map((id) => issueTypeJson(known(store.issueTypes, id), jira.baseUrl()));
    return Response.json(types.filter(({ hierarchyLevel }) => level === null || String(hierarchyLevel) === level));
  },
};

/** A new type is in the default scheme at once and in no other. */
export const createIssueType: Operation = {
  operationId: 'createIssueType',
  method: 'POST',
  path: '/issuetype',
  handle: (call) => {
    const { store, who, jira } = call;
    demandJiraAdministrator(store, who);
    const body = readWholeBody(
      v.object({
        name: v.string(),
        description: v.optional(v.string(), ''),
        type: v.optional(v.picklist(['standard', 'subtask'])),
        hierarchyLevel: v.optional(v.picklist([0, -1])),
      }),
      call,
    );
    const name = freeName(call, body.name);
    const subtask = body.type === 'subtask' || body.hierarchyLevel === -1;
    const type: IssueType = {
      id: store.nextId('issuetype'),
      name,
      description: body.description,
      subtask,
      properties: {},
    };
    store.issueTypes.set(type.id, type);
    for (const scheme of store.issueTypeSchemes.values()) {
      if (scheme.isDefault) scheme.issueTypeIds = [...scheme.issueTypeIds, type.id];
    }
    return Response.json(issueTypeJson(type, jira.baseUrl()), { status: 201 });
  },
};

export const updateIssueType: Operation = {
  operationId: 'updateIssueType',
  method: 'PUT',
  path: '/issuetype/{id}',
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const type = typeOf(call);
    const body = readWholeBody(v.object({ name: v.optional(v.string()), description: v.optional(v.string()) }), call);
    if (body.name !== undefined && body.name !== type.name) type.name = freeName(call, body.name);
    type.description = body.description ?? type.description;
    return Response.json(issueTypeJson(type, call.jira.baseUrl()));
  },
};

/** Issues of the type go over to the alternative; without one a type that is used stays. */
export const deleteIssueType: Operation = {
  operationId: 'deleteIssueType',
  method: 'DELETE',
  path: '/issuetype/{id}',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const type = typeOf(call);
    if ([...store.issues.values()].some(({ issueTypeId }) => issueTypeId === type.id)) {
      throw new JiraError(409, ['The issue type is used by issues, and no alternative was given.']);
    }
    for (const scheme of store.issueTypeSchemes.values()) {
      scheme.issueTypeIds = scheme.issueTypeIds.filter((id) => id !== type.id);
    }
    store.issueTypes.delete(type.id);
    return noContent();
  },
};

function typeOf(call: Call): IssueType {
  const type = call.store.issueTypes.get(param(call, 'id'));
  if (type === undefined) throw new JiraError(404, ['The issue type does not exist.']);
  return type;
}

function freeName({ store }: Call, given: string): string {
  const name = given.trim();
  if (name === '' || name.length > 60)
    throw new JiraError(400, [], { name: 'The name has to have 1 to 60 characters.' });
  const taken = [...store.issueTypes.values()].some(
    (type) => type.projectId === undefined && type.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw new JiraError(409, [], { name: 'An issue type with this name already exists.' });
  return name;
}
