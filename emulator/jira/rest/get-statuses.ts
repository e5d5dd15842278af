import { issueTypeJson, statusJson } from '../issue-json';
import { jiraDate } from '../jira-date';
import { mayInProject } from '../permissions';
import { type Call, type Operation } from './operation';

/** What is a team-managed project's own is shown to those who see the project. */
function isShown({ store, who }: Call, { projectId }: { readonly projectId?: string }): boolean {
  const project = projectId === undefined ? undefined : store.projects.get(projectId);
  return projectId === undefined || (project !== undefined && mayInProject(store, who, 'BROWSE_PROJECTS', project));
}

export const getStatuses: Operation = {
  operationId: 'getStatuses',
  method: 'GET',
  path: '/status',
  handle: (call) => {
    const shown = [...call.store.statuses.values()].filter((status) => isShown(call, status));
    return Response.json(shown.map((status) => statusJson(status, call.jira.baseUrl())));
  },
};

export const getIssueAllTypes: Operation = {
  operationId: 'getIssueAllTypes',
  method: 'GET',
  path: '/issuetype',
  handle: (call) => {
    const shown = [...call.store.issueTypes.values()].filter((type) => isShown(call, type));
    return Response.json(shown.map((type) => issueTypeJson(type, call.jira.baseUrl())));
  },
};

export const getPriorities: Operation = {
  operationId: 'getPriorities',
  method: 'GET',
  path: '/priority',
  handle: ({ store, jira }) =>
    Response.json(
      [...store.priorities.values()].map(({ id, name }) => ({
        self: `${jira.baseUrl()}/rest/api/3/priority/${id}`,
        id,
        name,
        description: '',
        iconUrl: `${jira.baseUrl()}/`,
        statusColor: '#626f86',
      })),
    ),
};

export const getServerInfo: Operation = {
  operationId: 'getServerInfo',
  method: 'GET',
  path: '/serverInfo',
  handle: ({ jira }) =>
    Response.json({
      baseUrl: jira.baseUrl(),
      serverTime: jiraDate(jira.clock.now()),
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100000,
      serverTitle: 'Embedded Jira',
    }),
};
