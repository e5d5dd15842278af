import type { Change } from '../domain/change';
import type { AccountId } from '../domain/ids';
import { type Group, GROUP_ROLES, type PolicyGroup } from '../domain/policy';
import type { IssueReading, Ports } from './ports';

/**
 * The groups of a person, and with them the roles that he holds in the project where the issue is now. Only roles that
 * the policy names are asked for, so where it names none this costs no remote call.
 */
export async function withRoles(
  { groups }: Pick<Ports, 'groups'>,
  change: Change,
  { projectId }: Pick<IssueReading, 'projectId'>,
  accountId: AccountId,
  held: readonly Group[],
): Promise<readonly Group[]> {
  const inGroups = new Set(held.map(({ groupId }) => groupId));
  const roles = await Promise.all(
    rolesNamed(change).map(async (role) => {
      const known = await readRole(groups, role, projectId);
      const holds = known?.people.includes(accountId) === true || known?.groupIds.some((id) => inGroups.has(id));
      return known !== undefined && holds === true ? [known.group] : [];
    }),
  );
  return [...held, ...roles.flat()];
}

function rolesNamed({ policy }: Change): readonly PolicyGroup[] {
  const named = GROUP_ROLES.flatMap((role) => policy.content.groups[role]).filter(({ kind }) => kind === 'role');
  return [...new Map(named.map((role) => [role.id ?? role.name, role])).values()];
}

interface KnownRole {
  readonly group: Group;
  readonly people: readonly AccountId[];
  readonly groupIds: readonly string[];
}

/** A role that cannot be read is one that nobody holds; what people may do by their groups they may do all the same. */
async function readRole(groups: Ports['groups'], role: PolicyGroup, projectId: string): Promise<KnownRole | undefined> {
  try {
    const id = role.id ?? (await groups.idOf(role, projectId));
    const actors = id === null ? undefined : await groups.actorsOf({ ...role, id }, projectId);
    return id === null || actors === undefined
      ? undefined
      : { group: { kind: 'role', groupId: id, name: role.name }, ...actors };
  } catch (failure) {
    console.warn(`The role ${role.name} of project ${projectId} could not be read, so nobody holds it now.`, failure);
    return undefined;
  }
}
