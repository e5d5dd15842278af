import type { Account } from '../model/site';
import { callerId, mayGlobally, mayInProject } from '../permissions';
import { issueByIdOrKey, type JiraStore, known, projectByIdOrKey } from '../store';
import { userJson } from '../user-json';
import { JiraError } from './errors';
import { type Operation, pageOf } from './operation';

/** People by a part of their name or e-mail, or by account id. */
const matching = (store: JiraStore, query: URLSearchParams): readonly Account[] =>
  [...store.accounts.values()]
    .filter(({ accountId }) => accountId === (query.get('accountId') ?? accountId))
    .filter(({ accountType }) => accountType === 'atlassian')
    .filter(({ displayName, emailAddress }) =>
      [displayName, emailAddress].some((text) => text.toLowerCase().includes((query.get('query') ?? '').toLowerCase())),
    )
    .sort((a, b) => a.displayName.localeCompare(b.displayName));

export const findUsers: Operation = {
  operationId: 'findUsers',
  method: 'GET',
  path: '/user/search',
  query: ['query', 'accountId', 'startAt', 'maxResults'],
  handle: (call) => {
    const { store, who, query, jira } = call;
    callerId(who);
    const { startAt, maxResults } = pageOf(call, 50, 1000);
    const found = mayGlobally(store, who, 'USER_PICKER') ? matching(store, query) : [];
    return Response.json(
      found.slice(startAt, startAt + maxResults).map((account) => userJson(account, jira.baseUrl())),
    );
  },
};

export const findAssignableUsers: Operation = {
  operationId: 'findAssignableUsers',
  method: 'GET',
  path: '/user/assignable/search',
  query: ['query', 'accountId', 'project', 'issueKey', 'issueId', 'startAt', 'maxResults'],
  handle: (call) => {
    const { store, who, query, jira } = call;
    callerId(who);
    const issue = issueByIdOrKey(store, query.get('issueKey') ?? query.get('issueId') ?? '');
    const project = issue
      ? known(store.projects, issue.projectId)
      : projectByIdOrKey(store, query.get('project') ?? '');
    if (project === undefined || !mayInProject(store, who, 'BROWSE_PROJECTS', project)) {
      throw new JiraError(404, ['No project or issue was found for which users could be assigned.']);
    }
    const { startAt, maxResults } = pageOf(call, 50, 1000);
    const found = matching(store, query).filter(({ accountId }) =>
      mayInProject(store, { kind: 'account', accountId }, 'ASSIGNABLE_USER', project),
    );
    return Response.json(
      found.slice(startAt, startAt + maxResults).map((account) => userJson(account, jira.baseUrl())),
    );
  },
};
