import { statusIdsOf, typeIdsOf, workflowIdFor } from '../configuration';
import { issueTypeJson, projectJson, statusJson } from '../issue-json';
import type { ProjectPermission } from '../model/permission';
import type { Project } from '../model/site';
import { browsedProject, callerId, mayInProject } from '../permissions';
import { known } from '../store';
import { userJson } from '../user-json';
import { JiraError } from './errors';
import { type Call, type Operation, pageBean, pageOf, param } from './operation';

export const projectDetailsJson = ({ store, jira }: Call, project: Project) => ({
  ...projectJson(project, jira.baseUrl()),
  expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
  description: project.description,
  lead: userJson(known(store.accounts, project.leadAccountId), jira.baseUrl()),
  issueTypes: typeIdsOf(store, project).map((id) => issueTypeJson(known(store.issueTypes, id), jira.baseUrl())),
  isPrivate: false,
});

export const getProject: Operation = {
  operationId: 'getProject',
  method: 'GET',
  path: '/project/{projectIdOrKey}',
  expand: ['description', 'lead', 'issueTypes', 'url', 'projectKeys'],
  handle: (call) =>
    Response.json(projectDetailsJson(call, browsedProject(call.store, call.who, param(call, 'projectIdOrKey')))),
};

/** The statuses that each work type of a project can have. */
export const getAllStatuses: Operation = {
  operationId: 'getAllStatuses',
  method: 'GET',
  path: '/project/{projectIdOrKey}/statuses',
  handle: (call) => {
    const { store, jira, who } = call;
    const project = browsedProject(store, who, param(call, 'projectIdOrKey'));
    const types = typeIdsOf(store, project).map((typeId) => {
      const { self, id, name, subtask } = issueTypeJson(known(store.issueTypes, typeId), jira.baseUrl());
      const statusIds = statusIdsOf(known(store.workflows, workflowIdFor(store, project, typeId)));
      const statuses = statusIds.map((statusId) => statusJson(known(store.statuses, statusId), jira.baseUrl()));
      return { self, id, name, subtask, statuses };
    });
    return Response.json(types);
  },
};

const ACTIONS: ReadonlyMap<string, ProjectPermission> = new Map([
  ['view', 'BROWSE_PROJECTS'],
  ['browse', 'BROWSE_PROJECTS'],
  ['edit', 'ADMINISTER_PROJECTS'],
  ['create', 'CREATE_ISSUES'],
]);

const among = (asked: readonly string[], value: string) => asked.length === 0 || asked.includes(value);

/** Projects in the trash are shown with `status=deleted`, to those who could administer them. */
export const searchProjects: Operation = {
  operationId: 'searchProjects',
  method: 'GET',
  path: '/project/search',
  query: ['startAt', 'maxResults', 'query', 'action', 'id', 'keys', 'status'],
  expand: ['description', 'lead', 'issueTypes', 'url', 'projectKeys'],
  handle: (call) => {
    const asked = (call.query.get('query') ?? '').toLowerCase();
    const action = ACTIONS.get(call.query.get('action') ?? 'view');
    if (action === undefined) throw new JiraError(400, ["The value of 'action' is not valid."]);
    const found = [...call.store.projects.values()]
      .filter((project) => isShown(call, project, action))
      .filter(({ id, key }) => among(call.query.getAll('id'), id) && among(call.query.getAll('keys'), key))
      .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(asked));
    const bean = pageBean(
      found.map((project) => projectDetailsJson(call, project)),
      pageOf(call, 50, 100),
    );
    return Response.json({ self: `${call.jira.baseUrl()}/rest/api/3/project/search`, ...bean });
  },
};

function isShown({ store, who, query }: Call, project: Project, action: ProjectPermission): boolean {
  const statuses = query.getAll('status');
  const strange = statuses.find((status) => status !== 'live' && status !== 'deleted');
  if (strange !== undefined) throw new JiraError(400, [`The status '${strange}' is not known here.`]);
  if (project.trashed === null) {
    return (statuses.length === 0 || statuses.includes('live')) && mayInProject(store, who, action, project);
  }
  const asIfLive = { ...project, trashed: null };
  return statuses.includes('deleted') && mayInProject(store, who, 'ADMINISTER_PROJECTS', asIfLive);
}

/** The same of all of them at once; Jira keeps it for old clients. */
export const getAllProjects: Operation = {
  operationId: 'getAllProjects',
  method: 'GET',
  path: '/project',
  handle: (call) => {
    callerId(call.who);
    const seen = [...call.store.projects.values()].filter((one) =>
      mayInProject(call.store, call.who, 'BROWSE_PROJECTS', one),
    );
    return Response.json(seen.map((project) => projectDetailsJson(call, project)));
  },
};
