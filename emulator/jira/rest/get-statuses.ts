import { issueTypeJson, statusJson } from '../issue-json';
import { jiraDate } from '../jira-date';
import { type Operation } from './operation';

export const getStatuses: Operation = {
  operationId: 'getStatuses',
  method: 'GET',
  path: '/status',
  handle: ({ store, jira }) =>
    Response.json([...store.statuses.values()].map((status) => statusJson(status, jira.baseUrl()))),
};

export const getIssueAllTypes: Operation = {
  operationId: 'getIssueAllTypes',
  method: 'GET',
  path: '/issuetype',
  handle: ({ store, jira }) =>
    Response.json([...store.issueTypes.values()].map((type) => issueTypeJson(type, jira.baseUrl()))),
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
