import * as v from 'valibot';
import type { Group } from '../model/site';
import { demandJiraAdministrator } from '../permissions';
import { JiraError } from './errors';
import { demandGroupBrowser, GROUP_QUERY, groupJson, groupOf, membersPage } from './group-of-call';
import { type Call, type Operation, readWholeBody } from './operation';

export const getUsersFromGroup: Operation = {
  operationId: 'getUsersFromGroup',
  method: 'GET',
  path: '/group/member',
  query: [...GROUP_QUERY, 'includeInactiveUsers', 'startAt', 'maxResults'],
  handle: (call) => {
    demandGroupBrowser(call);
    const group = groupOf(call);
    const self = `${call.jira.baseUrl()}/rest/api/3/group/member?groupId=${group.groupId}`;
    return Response.json({ self, ...membersPage(call, group) });
  },
};

export const getGroup: Operation = {
  operationId: 'getGroup',
  method: 'GET',
  path: '/group',
  query: [...GROUP_QUERY],
  expand: ['users'],
  handle: (call) => {
    demandGroupBrowser(call);
    const group = groupOf(call);
    const users = membersPage(call, group);
    const shown = {
      size: users.total,
      items: call.query.has('expand') ? users.values : [],
      'max-results': 50,
      'start-index': 0,
      'end-index': call.query.has('expand') ? Math.max(0, users.values.length - 1) : 0,
    };
    return Response.json({ ...groupJson(call, group), users: shown });
  },
};

export const createGroup: Operation = {
  operationId: 'createGroup',
  method: 'POST',
  path: '/group',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const name = readWholeBody(v.object({ name: v.string() }), call).name.trim();
    if (name === '') throw new JiraError(400, ['The group name must be specified.']);
    if ([...store.groups.values()].some((group) => group.name.toLowerCase() === name.toLowerCase())) {
      throw new JiraError(400, [], { name: `A group with the name '${name}' already exists.` });
    }
    const group: Group = { groupId: groupId(Number(store.nextId('group'))), name, members: [] };
    store.groups.set(group.groupId, group);
    return Response.json(groupJson(call, group), { status: 201 });
  },
};

/** Group ids of Jira are UUIDs; these are counted, so that the same calls give the same ids. */
const groupId = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;

export const removeGroup: Operation = {
  operationId: 'removeGroup',
  method: 'DELETE',
  path: '/group',
  query: [...GROUP_QUERY],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    call.store.groups.delete(groupOf(call).groupId);
    return new Response(null, { status: 200 });
  },
};

export const addUserToGroup: Operation = {
  operationId: 'addUserToGroup',
  method: 'POST',
  path: '/group/user',
  query: [...GROUP_QUERY],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const group = groupOf(call);
    const accountId = memberOf(call, readWholeBody(v.object({ accountId: v.string() }), call).accountId);
    if (group.members.includes(accountId)) {
      throw new JiraError(400, ['Cannot add user. User is already a member of this group.']);
    }
    group.members = [...group.members, accountId];
    return Response.json(groupJson(call, group), { status: 201 });
  },
};

export const removeUserFromGroup: Operation = {
  operationId: 'removeUserFromGroup',
  method: 'DELETE',
  path: '/group/user',
  query: [...GROUP_QUERY, 'accountId'],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const group = groupOf(call);
    const given = call.query.get('accountId');
    if (given === null) throw new JiraError(400, ['The accountId must be specified.']);
    const accountId = memberOf(call, given);
    if (!group.members.includes(accountId)) {
      throw new JiraError(400, [`Cannot remove user from group '${group.name}' since user is not a member.`]);
    }
    group.members = group.members.filter((member) => member !== accountId);
    return new Response(null, { status: 200 });
  },
};

function memberOf({ store }: Call, accountId: string): string {
  if (!store.accounts.has(accountId)) throw new JiraError(404, ['The user does not exist.']);
  return accountId;
}
