import * as v from 'valibot';
import type { IssueTypeScheme } from '../model/scheme';
import type { Project } from '../model/site';
import { demandJiraAdministrator } from '../permissions';
import type { JiraStore } from '../store';
import { JiraError } from './errors';
import { type Call, listed, noContent, type Operation, pageBean, pageOf, param, readWholeBody } from './operation';

const schemeJson = ({ id, name, description, defaultIssueTypeId, isDefault }: IssueTypeScheme) => ({
  id,
  name,
  description,
  ...(defaultIssueTypeId === null ? {} : { defaultIssueTypeId }),
  isDefault,
});

export const getAllIssueTypeSchemes: Operation = {
  operationId: 'getAllIssueTypeSchemes',
  method: 'GET',
  path: '/issuetypescheme',
  query: ['startAt', 'maxResults', 'id', 'queryString'],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const ids = listed(call, 'id');
    const text = (call.query.get('queryString') ?? '').toLowerCase();
    const found = [...call.store.issueTypeSchemes.values()]
      .filter(({ id, name }) => (ids.length === 0 || ids.includes(id)) && name.toLowerCase().includes(text))
      .map(schemeJson);
    return Response.json(pageBean(found, pageOf(call, 50, 50)));
  },
};

export const getIssueTypeSchemesMapping: Operation = {
  operationId: 'getIssueTypeSchemesMapping',
  method: 'GET',
  path: '/issuetypescheme/mapping',
  query: ['startAt', 'maxResults', 'issueTypeSchemeId'],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const ids = listed(call, 'issueTypeSchemeId');
    const values = [...call.store.issueTypeSchemes.values()]
      .filter(({ id }) => ids.length === 0 || ids.includes(id))
      .flatMap(({ id, issueTypeIds }) => issueTypeIds.map((issueTypeId) => ({ issueTypeSchemeId: id, issueTypeId })));
    return Response.json(pageBean(values, pageOf(call, 50, 50)));
  },
};

export const getIssueTypeSchemeForProjects: Operation = {
  operationId: 'getIssueTypeSchemeForProjects',
  method: 'GET',
  path: '/issuetypescheme/project',
  query: ['startAt', 'maxResults', 'projectId'],
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const asked = listed(call, 'projectId');
    const values = [...store.issueTypeSchemes.values()].flatMap((scheme) => {
      const projectIds = projectsOf(store, scheme)
        .map(({ id }) => id)
        .filter((id) => asked.includes(id));
      return projectIds.length === 0 ? [] : [{ issueTypeScheme: schemeJson(scheme), projectIds }];
    });
    return Response.json(pageBean(values, pageOf(call, 50, 50)));
  },
};

export const createIssueTypeScheme: Operation = {
  operationId: 'createIssueTypeScheme',
  method: 'POST',
  path: '/issuetypescheme',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const { name, description, defaultIssueTypeId, issueTypeIds } = readWholeBody(
      v.object({
        name: v.string(),
        description: v.optional(v.string(), ''),
        defaultIssueTypeId: v.optional(v.string()),
        issueTypeIds: v.array(v.string()),
      }),
      call,
    );
    if ([...store.issueTypeSchemes.values()].some((scheme) => scheme.name === name)) {
      throw new JiraError(409, ['The scheme name is used by another scheme.']);
    }
    demandTypes(call, issueTypeIds);
    if (defaultIssueTypeId !== undefined && !issueTypeIds.includes(defaultIssueTypeId)) {
      throw new JiraError(400, ['The default issue type has to be one of the issue types of the scheme.']);
    }
    const id = store.nextId('issuetypescheme');
    store.issueTypeSchemes.set(id, {
      id,
      name,
      description,
      defaultIssueTypeId: defaultIssueTypeId ?? null,
      issueTypeIds,
      isDefault: false,
    });
    return Response.json({ issueTypeSchemeId: id }, { status: 201 });
  },
};

export const addIssueTypesToIssueTypeScheme: Operation = {
  operationId: 'addIssueTypesToIssueTypeScheme',
  method: 'PUT',
  path: '/issuetypescheme/{issueTypeSchemeId}/issuetype',
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const scheme = schemeOf(call, param(call, 'issueTypeSchemeId'));
    const { issueTypeIds } = readWholeBody(v.object({ issueTypeIds: v.array(v.string()) }), call);
    demandTypes(call, issueTypeIds);
    const again = issueTypeIds.find((id) => scheme.issueTypeIds.includes(id));
    if (again !== undefined) throw new JiraError(400, [`The issue type ${again} is in the scheme already.`]);
    scheme.issueTypeIds = [...scheme.issueTypeIds, ...issueTypeIds];
    return noContent();
  },
};

/** A type that issues of the scheme's projects have is not removed. */
export const removeIssueTypeFromIssueTypeScheme: Operation = {
  operationId: 'removeIssueTypeFromIssueTypeScheme',
  method: 'DELETE',
  path: '/issuetypescheme/{issueTypeSchemeId}/issuetype/{issueTypeId}',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const scheme = schemeOf(call, param(call, 'issueTypeSchemeId'));
    const typeId = param(call, 'issueTypeId');
    if (!scheme.issueTypeIds.includes(typeId)) throw new JiraError(404, ['The issue type is not in the scheme.']);
    if (scheme.isDefault) throw new JiraError(400, ['Issue types cannot be removed from the default scheme.']);
    if (scheme.issueTypeIds.length === 1)
      throw new JiraError(400, ['The last issue type of a scheme cannot be removed.']);
    const remaining = scheme.issueTypeIds.filter((id) => id !== typeId);
    demandNoOther(store, projectsOf(store, scheme), remaining);
    scheme.issueTypeIds = remaining;
    return noContent();
  },
};

export const assignIssueTypeSchemeToProject: Operation = {
  operationId: 'assignIssueTypeSchemeToProject',
  method: 'PUT',
  path: '/issuetypescheme/project',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const { issueTypeSchemeId, projectId } = readWholeBody(
      v.object({ issueTypeSchemeId: v.string(), projectId: v.string() }),
      call,
    );
    const scheme = schemeOf(call, issueTypeSchemeId);
    const project = store.projects.get(projectId);
    if (project === undefined) throw new JiraError(404, ['The project was not found.']);
    if (project.style === 'next-gen') throw new JiraError(400, ['A team-managed project has no issue type scheme.']);
    demandNoOther(store, [project], scheme.issueTypeIds);
    project.issueTypeSchemeId = scheme.id;
    return noContent();
  },
};

function schemeOf({ store }: Call, id: string): IssueTypeScheme {
  const scheme = store.issueTypeSchemes.get(id);
  if (scheme === undefined) throw new JiraError(404, ['The issue type scheme was not found.']);
  return scheme;
}

const projectsOf = (store: JiraStore, { id }: IssueTypeScheme): readonly Project[] =>
  [...store.projects.values()].filter(({ issueTypeSchemeId }) => issueTypeSchemeId === id);

function demandTypes({ store }: Call, ids: readonly string[]): void {
  if (ids.length === 0) throw new JiraError(400, ['The issue types have to be given.']);
  if (new Set(ids).size < ids.length) throw new JiraError(400, ['An issue type is given twice.']);
  const missing = ids.find((id) => store.issueTypes.get(id)?.projectId !== undefined || !store.issueTypes.has(id));
  if (missing !== undefined) throw new JiraError(404, [`The issue type ${missing} was not found.`]);
}

/** 400 where issues of these projects have another type than those given. */
function demandNoOther(store: JiraStore, projects: readonly Project[], typeIds: readonly string[]): void {
  const ids = projects.map(({ id }) => id);
  const stray = [...store.issues.values()].find(
    ({ projectId, issueTypeId }) => ids.includes(projectId) && !typeIds.includes(issueTypeId),
  );
  if (stray === undefined) return;
  throw new JiraError(400, [`${stray.key} has an issue type that the scheme would not have.`]);
}
