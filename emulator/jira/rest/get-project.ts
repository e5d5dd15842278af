import { issueTypeJson, projectJson } from '../issue-json';
import type { Project, ProjectPermission } from '../model/site';
import { browsedProject, mayInProject } from '../permissions';
import { known } from '../store';
import { userJson } from '../user-json';
import { JiraError } from './errors';
import { type Call, type Operation, pageBean, pageOf, param } from './operation';

const details = ({ store, jira }: Call, project: Project) => ({
  ...projectJson(project, jira.baseUrl()),
  expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
  lead: userJson(known(store.accounts, project.leadAccountId), jira.baseUrl()),
  issueTypes: Object.keys(project.types).map((id) => issueTypeJson(known(store.issueTypes, id), jira.baseUrl())),
  isPrivate: false,
});

export const getProject: Operation = {
  operationId: 'getProject',
  method: 'GET',
  path: '/project/{projectIdOrKey}',
  expand: ['description', 'lead', 'issueTypes', 'url', 'projectKeys'],
  handle: (call) => Response.json(details(call, browsedProject(call.store, call.who, param(call, 'projectIdOrKey')))),
};

const ACTIONS: ReadonlyMap<string, ProjectPermission> = new Map([
  ['view', 'BROWSE_PROJECTS'],
  ['browse', 'BROWSE_PROJECTS'],
  ['edit', 'ADMINISTER_PROJECTS'],
  ['create', 'CREATE_ISSUES'],
]);

const among = (asked: readonly string[], value: string) => asked.length === 0 || asked.includes(value);

export const searchProjects: Operation = {
  operationId: 'searchProjects',
  method: 'GET',
  path: '/project/search',
  query: ['startAt', 'maxResults', 'query', 'action', 'id', 'keys'],
  expand: ['description', 'lead', 'issueTypes', 'url', 'projectKeys'],
  handle: (call) => {
    const asked = (call.query.get('query') ?? '').toLowerCase();
    const action = ACTIONS.get(call.query.get('action') ?? 'view');
    if (action === undefined) throw new JiraError(400, ["The value of 'action' is not valid."]);
    const found = [...call.store.projects.values()]
      .filter((project) => mayInProject(call.store, call.who, action, project))
      .filter(({ id, key }) => among(call.query.getAll('id'), id) && among(call.query.getAll('keys'), key))
      .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(asked));
    const bean = pageBean(
      found.map((project) => details(call, project)),
      pageOf(call, 50, 100),
    );
    return Response.json({ self: `${call.jira.baseUrl()}/rest/api/3/project/search`, ...bean });
  },
};
