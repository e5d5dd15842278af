import { issueTypeJson, projectJson } from '../issue-json';
import type { Project } from '../model/site';
import { browsedProject, mayInProject } from '../permissions';
import { known } from '../store';
import { userJson } from '../user-json';
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

export const searchProjects: Operation = {
  operationId: 'searchProjects',
  method: 'GET',
  path: '/project/search',
  query: ['startAt', 'maxResults', 'query', 'action', 'id', 'keys'],
  expand: ['description', 'lead', 'issueTypes', 'url', 'projectKeys'],
  handle: (call) => {
    const asked = (call.query.get('query') ?? '').toLowerCase();
    const action = call.query.get('action') === 'create' ? 'CREATE_ISSUES' : 'BROWSE_PROJECTS';
    const found = [...call.store.projects.values()]
      .filter((project) => mayInProject(call.store, call.who, action, project))
      .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(asked));
    const bean = pageBean(
      found.map((project) => details(call, project)),
      pageOf(call, 50, 100),
    );
    return Response.json({ self: `${call.jira.baseUrl()}/rest/api/3/project/search`, ...bean });
  },
};
