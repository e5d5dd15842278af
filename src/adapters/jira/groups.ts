import { route } from '@forge/api';
import * as v from 'valibot';
import type { Groups, RoleActors } from '../../application/ports';
import { type AccountId, AccountIdSchema } from '../../domain/ids';
import type { PolicyGroup } from '../../domain/policy';
import { getJson, unlessRefused } from './request';

/** As many people as a comment can name and still be read. */
const MOST_MENTIONED = 50;

export const jiraGroups: Groups = {
  idOf: ({ kind, name }, projectId) => (kind === 'group' ? groupIdOf(name) : roleIdOf(name, projectId)),
  async membersOf(group, projectId) {
    if (group.kind === 'group') return group.id === null ? [] : membersOfGroup(group.id);
    const actors = await actorsOf(group, projectId);
    const ofGroups = await Promise.all((actors?.groupIds ?? []).map(membersOfGroup));
    return [...(actors?.people ?? []), ...ofGroups.flat()].slice(0, MOST_MENTIONED);
  },
  actorsOf,
};

const FoundGroupsShape = v.object({ groups: v.array(v.object({ name: v.string(), groupId: v.string() })) });

/** The picker finds a group by its exact name without the right to browse all groups. */
async function groupIdOf(groupName: string): Promise<string | null> {
  const path = route`/rest/api/3/groups/picker?query=${groupName}&maxResults=${50}`;
  const found = await getJson('app', path, FoundGroupsShape);
  return found.groups.find((group) => group.name === groupName)?.groupId ?? null;
}

/** Role names and the addresses of the roles, which end with the role's id. */
const RoleAddressesShape = v.record(v.string(), v.string());

async function roleIdOf(roleName: string, projectId: string): Promise<string | null> {
  const path = route`/rest/api/3/project/${projectId}/role`;
  const addresses = await unlessRefused(() => getJson('app', path, RoleAddressesShape));
  return new Map(Object.entries(addresses ?? {})).get(roleName)?.split('/').at(-1) ?? null;
}

const MembersShape = v.object({
  values: v.array(v.object({ accountId: AccountIdSchema, active: v.optional(v.boolean(), true) })),
});

async function membersOfGroup(groupId: string): Promise<readonly AccountId[]> {
  const path = route`/rest/api/3/group/member?groupId=${groupId}&maxResults=${MOST_MENTIONED}`;
  const members = await unlessRefused(() => getJson('app', path, MembersShape));
  return members?.values.filter(({ active }) => active).map(({ accountId }) => accountId) ?? [];
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

async function actorsOf({ id }: PolicyGroup, projectId: string): Promise<RoleActors | undefined> {
  if (id === null) return undefined;
  const path = route`/rest/api/3/project/${projectId}/role/${id}?excludeInactiveUsers=${'true'}`;
  const role = await unlessRefused(() => getJson('app', path, RoleShape));
  return (
    role && {
      people: role.actors.flatMap(({ actorUser }) => actorUser?.accountId ?? []),
      groupIds: role.actors.flatMap(({ actorGroup }) => actorGroup?.groupId ?? []),
    }
  );
}
