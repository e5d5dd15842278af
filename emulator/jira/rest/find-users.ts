import type { Account, Project } from '../model/site';
import { isProjectPermission, type ProjectPermission } from '../model/permission';
import { browsedIssue, browsedProject, callerId, mayAdminister, mayGlobally, mayInProject } from '../permissions';
import { issueByIdOrKey, type JiraStore, known, projectByIdOrKey } from '../store';
import { userJson } from '../user-json';
import { JiraError } from './errors';
import { type Call, type Operation, pageOf } from './operation';

/** People by a part of their name or e-mail, or by account id. */
const matching = (store: JiraStore, query: URLSearchParams): readonly Account[] =>
  [...store.accounts.values()]
    .filter(({ accountId }) => accountId === (query.get('accountId') ?? accountId))
    .filter(({ accountType }) => accountType === 'atlassian')
    .filter(({ displayName, emailAddress }) =>
      [displayName, emailAddress].some((text) => text.toLowerCase().includes((query.get('query') ?? '').toLowerCase())),
    )
    .sort((a, b) => a.displayName.localeCompare(b.displayName));

function page(call: Call, found: readonly Account[]): Response {
  const { startAt, maxResults } = pageOf(call, 50, 1000);
  const shown = found.slice(startAt, startAt + maxResults);
  return Response.json(shown.map((account) => userJson(account, call.jira.baseUrl())));
}

export const findUsers: Operation = {
  operationId: 'findUsers',
  method: 'GET',
  path: '/user/search',
  query: ['query', 'accountId', 'startAt', 'maxResults'],
  handle: (call) => {
    const { store, who, query } = call;
    callerId(who);
    if (query.has('query') === query.has('accountId')) {
      throw new JiraError(400, ["Either the 'query' or the 'accountId' parameter has to be given, and not both."]);
    }
    return page(call, mayGlobally(store, who, 'USER_PICKER') ? matching(store, query) : []);
  },
};

/** Everybody, apps too. */
export const getAllUsers: Operation = {
  operationId: 'getAllUsers',
  method: 'GET',
  path: '/users/search',
  query: ['startAt', 'maxResults'],
  handle: (call) => {
    if (!mayGlobally(call.store, call.who, 'USER_PICKER')) {
      throw new JiraError(403, ['You do not have permission to browse users and groups.']);
    }
    return page(call, [...call.store.accounts.values()]);
  },
};

export const findAssignableUsers: Operation = {
  operationId: 'findAssignableUsers',
  method: 'GET',
  path: '/user/assignable/search',
  query: ['query', 'accountId', 'project', 'issueKey', 'issueId', 'startAt', 'maxResults'],
  handle: (call) => {
    const { store, who, query } = call;
    callerId(who);
    const issue = issueByIdOrKey(store, query.get('issueKey') ?? query.get('issueId') ?? '');
    const project = issue
      ? known(store.projects, issue.projectId)
      : projectByIdOrKey(store, query.get('project') ?? '');
    if (project === undefined || !mayInProject(store, who, 'BROWSE_PROJECTS', project)) {
      throw new JiraError(404, ['No project or issue was found for which users could be assigned.']);
    }
    return page(call, holders(call, project, ['ASSIGNABLE_USER']));
  },
};

/** People who hold all of some permissions in a project: for those who administer it. */
export const findUsersWithAllPermissions: Operation = {
  operationId: 'findUsersWithAllPermissions',
  method: 'GET',
  path: '/user/permission/search',
  query: ['query', 'accountId', 'permissions', 'issueKey', 'projectKey', 'startAt', 'maxResults'],
  handle: (call) => {
    const { store, who, query } = call;
    callerId(who);
    const asked = (query.get('permissions') ?? '').split(',').map((key) => key.trim());
    const permissions = asked.filter(isProjectPermission);
    if (permissions.length < asked.length) throw new JiraError(400, ['The permissions have to be valid and given.']);
    if (query.has('query') === query.has('accountId')) {
      throw new JiraError(400, ["Either 'query' or 'accountId' has to be given."]);
    }
    const project = projectOf(call);
    if (!mayAdminister(store, who, project)) {
      throw new JiraError(403, ['You do not have permission to find users by their permissions.']);
    }
    return page(call, holders(call, project, permissions));
  },
};

function projectOf({ store, who, query }: Call): Project {
  const issueKey = query.get('issueKey');
  const projectKey = query.get('projectKey');
  if (issueKey !== null) return known(store.projects, browsedIssue(store, who, issueKey).projectId);
  if (projectKey !== null) return browsedProject(store, who, projectKey);
  throw new JiraError(400, ["Either 'issueKey' or 'projectKey' has to be given."]);
}

const holders = ({ store, query }: Call, project: Project, permissions: readonly ProjectPermission[]) =>
  matching(store, query).filter(({ accountId }) =>
    permissions.every((permission) => mayInProject(store, { kind: 'account', accountId }, permission, project)),
  );
