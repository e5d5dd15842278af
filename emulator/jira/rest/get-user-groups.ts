import { callerId, mayGlobally } from '../permissions';
import { groupsOf } from '../store';
import { JiraError } from './errors';
import { type Operation } from './operation';

export const getUserGroups: Operation = {
  operationId: 'getUserGroups',
  method: 'GET',
  path: '/user/groups',
  query: ['accountId'],
  handle: ({ store, who, query, jira }) => {
    callerId(who);
    if (!mayGlobally(store, who, 'USER_PICKER')) {
      throw new JiraError(403, ['You do not have permission to browse users and groups.']);
    }
    const accountId = query.get('accountId') ?? '';
    if (!store.accounts.has(accountId)) throw new JiraError(404, ['The user was not found.']);
    const self = `${jira.baseUrl()}/rest/api/3/group?groupId=`;
    return Response.json(
      groupsOf(store, accountId).map(({ name, groupId }) => ({ name, groupId, self: self + groupId })),
    );
  },
};
