import type { Account } from '../model/site';
import { callerId, mayGlobally } from '../permissions';
import { groupsOf } from '../store';
import { userJson } from '../user-json';
import { JiraError } from './errors';
import { type Call, expands, type Operation } from './operation';

export const getUser: Operation = {
  operationId: 'getUser',
  method: 'GET',
  path: '/user',
  query: ['accountId'],
  expand: ['groups', 'applicationRoles'],
  handle: (call) => {
    callerId(call.who);
    const account = call.store.accounts.get(call.query.get('accountId') ?? '');
    if (account === undefined)
      throw new JiraError(404, ['Specified user does not exist or you do not have required permissions']);
    if (expands(call, 'groups') && !mayGlobally(call.store, call.who, 'USER_PICKER')) {
      throw new JiraError(403, ['You do not have permission to browse users and groups.']);
    }
    return Response.json(userDetailsJson(call, account));
  },
};

/** A person with what `expand` asks for. */
export function userDetailsJson(call: Call, account: Account) {
  const { store, jira } = call;
  const baseUrl = jira.baseUrl();
  const items = groupsOf(store, account.accountId).map(({ name, groupId }) => ({
    name,
    groupId,
    self: `${baseUrl}/rest/api/3/group?groupId=${groupId}`,
  }));
  return {
    ...userJson(account, baseUrl),
    locale: 'en_US',
    expand: 'groups,applicationRoles',
    groups: { size: items.length, items: expands(call, 'groups') ? items : [] },
    applicationRoles: { size: 1, items: [] },
  };
}
