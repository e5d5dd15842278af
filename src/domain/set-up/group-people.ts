import type { AccountId } from '../ids';
import type { GroupRole, Policy, PolicyGroup } from '../policy';
import type { GroupFacts } from './configuration';

/** Who may act in a role of the settings, as far as Jira told. */
interface RolePeople {
  /** Groups and roles that do not exist. */
  readonly unknown: readonly PolicyGroup[];
  /** Undefined where not everybody could be listed. */
  readonly people: ReadonlySet<AccountId> | undefined;
}

export function peopleOf(role: GroupRole, policy: Policy, facts: readonly GroupFacts[]): RolePeople {
  const found = policy.groups[role].map((group) => ({ group, found: factsOf(group, facts)?.found }));
  const unknown = found.filter((one) => one.found?.kind === 'read' && one.found.value === null);
  const members = found.map((one) => {
    if (one.found?.kind !== 'read') return undefined;
    if (one.found.value === null) return [];
    return one.found.value.more ? undefined : one.found.value.members;
  });
  const listed = members.filter((some) => some !== undefined);
  return {
    unknown: unknown.map(({ group }) => group),
    people: listed.length < members.length ? undefined : new Set(listed.flat()),
  };
}

const factsOf = ({ kind, id, name }: PolicyGroup, facts: readonly GroupFacts[]): GroupFacts | undefined =>
  facts.find(({ group }) => group.kind === kind && group.id === id && group.name === name);
