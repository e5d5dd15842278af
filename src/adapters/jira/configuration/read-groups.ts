import { route } from '@forge/api';
import * as v from 'valibot';
import type { Reader } from '../../../application/ports';
import { AccountIdSchema } from '../../../domain/ids';
import { GROUP_ROLES, type Policy, type PolicyGroup } from '../../../domain/policy';
import type { GroupFacts, GroupMembers, Part } from '../../../domain/set-up/configuration';
import { getJson } from '../request';
import { JIRA_ADMINISTRATOR, orNull, partOf, PROJECT_ADMINISTRATOR } from './part';

/**
 * Each group and role that a policy names. A group takes 1 call, a role 1 and 1 for each group in it; 1 more where there
 * are roles.
 */
export async function readGroups(as: Reader, projectId: string, policy: Policy): Promise<readonly GroupFacts[]> {
  const named = new Map(GROUP_ROLES.flatMap((role) => policy.groups[role]).map((group) => [sameness(group), group]));
  const groups = [...named.values()];
  const roles = groups.some(({ kind }) => kind === 'role')
    ? await partOf('the roles of the project', PROJECT_ADMINISTRATOR, () => readRoles(as, projectId))
    : NO_ROLES;
  const facts = async (group: PolicyGroup): Promise<GroupFacts> => ({
    group,
    found: group.kind === 'group' ? await readGroup(as, group) : await readRole(as, projectId, group, roles),
  });
  return Promise.all(groups.map(facts));
}

const sameness = ({ kind, id, name }: PolicyGroup): string => JSON.stringify([kind, id, name]);

const MembersShape = v.object({
  isLast: v.optional(v.boolean(), true),
  values: v.array(v.object({ accountId: AccountIdSchema, active: v.optional(v.boolean(), true) })),
});

/** As many as Jira gives at once. */
const MOST_MEMBERS = 50;

/** 400: no group can have that name or id. */
const NO_SUCH_GROUP = [400, 404];

const readGroup = (as: Reader, { id, name }: PolicyGroup): Promise<Part<GroupMembers | null>> =>
  partOf(`the members of group ${name}`, JIRA_ADMINISTRATOR, () =>
    orNull(() => membersBy(as, id === null ? { groupname: name } : { groupId: id }), NO_SUCH_GROUP),
  );

async function membersBy(as: Reader, group: Readonly<Record<string, string>>): Promise<GroupMembers> {
  const query = new URLSearchParams({ ...group, maxResults: String(MOST_MEMBERS) });
  const { values, isLast } = await getJson(as, route`/rest/api/3/group/member?${query}`, MembersShape);
  const active = values.filter((member) => member.active);
  return { members: active.map(({ accountId }) => accountId), more: !isLast };
}

type Roles = Part<ReadonlyMap<string, string> | null>;

const NO_ROLES: Roles = { kind: 'read', value: new Map() };

/** Role ids by name. Null: Jira answers 404 to who does not administer the project. */
async function readRoles(as: Reader, projectId: string): Promise<ReadonlyMap<string, string> | null> {
  const path = route`/rest/api/3/project/${projectId}/role`;
  const addresses = await orNull(() => getJson(as, path, v.record(v.string(), v.string())));
  if (addresses === null) return null;
  return new Map(
    Object.entries(addresses).map(([name, address]) => [name, address.slice(address.lastIndexOf('/') + 1)]),
  );
}

const RoleShape = v.object({
  actors: v.optional(
    v.array(
      v.object({
        actorUser: v.optional(v.object({ accountId: AccountIdSchema })),
        actorGroup: v.optional(v.object({ groupId: v.string() })),
      }),
    ),
    [],
  ),
});

async function readRole(
  as: Reader,
  projectId: string,
  { id, name }: PolicyGroup,
  roles: Roles,
): Promise<Part<GroupMembers | null>> {
  const what = `the members of the role ${name}`;
  if (roles.kind === 'unreadable' || roles.value === null) {
    return { kind: 'unreadable', what, who: PROJECT_ADMINISTRATOR };
  }
  const roleId = id === null ? roles.value.get(name) : [...roles.value.values()].find((one) => one === id);
  if (roleId === undefined) return { kind: 'read', value: null };
  return partOf(what, JIRA_ADMINISTRATOR, async () => {
    const path = route`/rest/api/3/project/${projectId}/role/${roleId}?excludeInactiveUsers=${'true'}`;
    const { actors } = await getJson(as, path, RoleShape);
    const groups = actors.flatMap(({ actorGroup }) => actorGroup ?? []).map((group) => membersBy(as, group));
    const inGroups = await Promise.all(groups);
    const people = actors.flatMap(({ actorUser }) => actorUser?.accountId ?? []);
    return {
      members: [...new Set([...people, ...inGroups.flatMap(({ members }) => members)])],
      more: inGroups.some(({ more }) => more),
    };
  });
}
