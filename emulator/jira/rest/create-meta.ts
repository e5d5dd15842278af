import { typeConfiguration, typeIdsOf } from '../configuration';
import { issueTypeJson } from '../issue-json';
import type { Project } from '../model/site';
import { mayInProject } from '../permissions';
import { known, projectByIdOrKey } from '../store';
import { JiraError } from './errors';
import { screenFieldsJson } from './get-edit-issue-meta';
import { type Call, type Operation, pageOf, param } from './operation';

function creatable(call: Call): Project {
  const project = projectByIdOrKey(call.store, param(call, 'projectIdOrKey'));
  // Neither 403 nor 404 is described for these two operations.
  if (project === undefined || !mayInProject(call.store, call.who, 'CREATE_ISSUES', project)) {
    throw new JiraError(400, ['The project does not exist, or you may not create issues in it.']);
  }
  return project;
}

export const getCreateIssueMetaIssueTypes: Operation = {
  operationId: 'getCreateIssueMetaIssueTypes',
  method: 'GET',
  path: '/issue/createmeta/{projectIdOrKey}/issuetypes',
  query: ['startAt', 'maxResults'],
  handle: (call) => {
    const { startAt, maxResults } = pageOf(call, 50, 200);
    const all = typeIdsOf(call.store, creatable(call)).map((id) =>
      issueTypeJson(known(call.store.issueTypes, id), call.jira.baseUrl()),
    );
    return Response.json({
      startAt,
      maxResults,
      total: all.length,
      issueTypes: all.slice(startAt, startAt + maxResults),
    });
  },
};

export const getCreateIssueMetaIssueTypeId: Operation = {
  operationId: 'getCreateIssueMetaIssueTypeId',
  method: 'GET',
  path: '/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
  query: ['startAt', 'maxResults'],
  handle: (call) => {
    const project = creatable(call);
    const { startAt, maxResults } = pageOf(call, 50, 200);
    const screen = typeConfiguration(call.store, project, param(call, 'issueTypeId'))?.createScreen;
    if (screen === undefined) throw new JiraError(400, ['The work type does not exist in this project.']);
    const fields = Object.values(
      screenFieldsJson(screen, project, { store: call.store, baseUrl: call.jira.baseUrl() }),
    ).map((field) => ({ ...field, fieldId: field.key }));
    return Response.json({
      startAt,
      maxResults,
      total: fields.length,
      fields: fields.slice(startAt, startAt + maxResults),
    });
  },
};
