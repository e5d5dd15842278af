import type { Group } from '../model/site';
import { callerId, mayGlobally } from '../permissions';
import { known } from '../store';
import { userJson } from '../user-json';
import { JiraError } from './errors';
import { type Call, pageBean, pageOf } from './operation';

/** The parameters by which an operation names a group. */
export const GROUP_QUERY = ['groupname', 'groupId'] as const;

/** The group that the call names by id or by name. */
export function groupOf({ store, query }: Call): Group {
  const groupId = query.get('groupId');
  const name = query.get('groupname');
  if (groupId === null && name === null) {
    throw new JiraError(400, ['The group name or group ID must be specified.']);
  }
  const found =
    groupId === null
      ? [...store.groups.values()].find((group) => group.name.toLowerCase() === name?.toLowerCase())
      : store.groups.get(groupId);
  if (found === undefined) {
    throw new JiraError(404, [
      groupId === null
        ? `The group named '${name ?? ''}' does not exist.`
        : `The group with the id '${groupId}' does not exist.`,
    ]);
  }
  return found;
}

/** 403 unless the caller may look at people and groups. */
export function demandGroupBrowser({ store, who }: Call): void {
  callerId(who);
  if (mayGlobally(store, who, 'USER_PICKER') || mayGlobally(store, who, 'ADMINISTER')) return;
  throw new JiraError(403, ['You do not have permission to browse users and groups.']);
}

/** One page of the members, by name. */
export function membersPage(call: Call, group: Group) {
  const { store, jira } = call;
  const members = group.members
    .map((accountId) => known(store.accounts, accountId))
    .sort((a, b) => a.displayName.localeCompare(b.displayName))
    .map((account) => userJson(account, jira.baseUrl()));
  return pageBean(members, pageOf(call, 50, 50));
}

export const groupJson = (call: Call, { groupId, name, members }: Group) => ({
  name,
  groupId,
  self: `${call.jira.baseUrl()}/rest/api/3/group?groupId=${groupId}`,
  users: { size: members.length, items: [], 'max-results': 50, 'start-index': 0, 'end-index': 0 },
  expand: 'users',
});
