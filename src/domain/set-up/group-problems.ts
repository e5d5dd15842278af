import { GROUP_ROLES, groupNames, type GroupRole, type Policy, type Slot, SLOTS } from '../policy';
import type { GroupFacts } from './configuration';
import type { Finding } from './finding';
import { peopleOf } from './group-people';

/** What is wrong with the groups of a role of the settings. */
interface GroupProblem {
  readonly role: GroupRole;
  readonly finding: Finding;
}

export function groupProblems(policy: Policy, facts: readonly GroupFacts[]): readonly GroupProblem[] {
  return [
    ...GROUP_ROLES.flatMap((role) => ofRole(role, policy, facts).map((finding) => ({ role, finding }))),
    ...SLOTS.flatMap((role) => ofSlot(role, policy, facts).map((finding) => ({ role, finding }))),
    ...identical(policy, facts),
  ];
}

export const ROLE_NAME: Readonly<Record<GroupRole, string>> = {
  'engineering-lead': 'Engineering Lead',
  security: 'Security',
  escalation: 'Escalation',
  peerReview: 'Peer review',
};

const NOBODY: Readonly<Record<GroupRole, string>> = {
  'engineering-lead': 'Nobody can give the approval of an Engineering Lead, so no emergency change can be deployed.',
  security: 'Nobody can approve or review for Security, so no emergency change can be deployed.',
  escalation: 'Nobody is called when the approvers do not answer.',
  peerReview: 'Nobody can do the peer review, so no emergency change can be deployed.',
};

/** Groups that do not exist or are empty. For escalation and peer review, none at all is a choice. */
function ofRole(role: GroupRole, policy: Policy, facts: readonly GroupFacts[]): readonly Finding[] {
  const { unknown, people } = peopleOf(role, policy, facts);
  const severity = people?.size === 0 && role !== 'escalation' ? 'hole' : 'warning';
  const missing = unknown.map((group): Finding => ({
    id: `group-unknown:${role}:${group.kind}:${group.name}`,
    severity,
    title: `${ROLE_NAME[role]}: ${group.kind === 'group' ? 'group' : 'the role'} ${group.name} does not exist`,
    risk: severity === 'hole' ? NOBODY[role] : 'Nobody can act for it.',
    mend: 'Create it and add people, or choose another one in the settings.',
    stepId: null,
  }));
  if (missing.length > 0 || people?.size !== 0) return missing;
  const named = policy.groups[role].length > 0;
  if (!named && (role === 'escalation' || role === 'peerReview')) return [];
  return [
    {
      id: `group-empty:${role}`,
      severity,
      title: named
        ? `${ROLE_NAME[role]}: nobody is in ${groupNames(role, policy)}`
        : `${ROLE_NAME[role]}: the settings name no group or role`,
      risk: NOBODY[role],
      mend: named ? 'Add people to it, or choose another one in the settings.' : 'Choose one in the settings.',
      stepId: null,
    },
  ];
}

/** Too few people for what the procedure asks of a slot. */
function ofSlot(slot: Slot, policy: Policy, facts: readonly GroupFacts[]): readonly Finding[] {
  const count = peopleOf(slot, policy, facts).people?.size ?? Infinity;
  const needed = policy.attendees[slot];
  const one: Finding = {
    id: `group-of-one:${slot}`,
    severity: 'warning',
    title: `${ROLE_NAME[slot]}: only one person is in ${groupNames(slot, policy)}`,
    risk: 'When that person is away or a requester, nobody can approve.',
    mend: 'Add another person.',
    stepId: null,
  };
  const few: Finding = {
    id: `attendees-short:${slot}`,
    severity: 'hole',
    title: `${ROLE_NAME[slot]}: the post-mortem asks for ${needed} people, and ${groupNames(slot, policy)} has ${count}`,
    risk: 'No post-mortem can be complete, so no emergency change can be closed.',
    mend: 'Ask for fewer people in the settings, or add people.',
    stepId: null,
  };
  return [...(count === 1 ? [one] : []), ...(count > 0 && count < needed ? [few] : [])];
}

function identical(policy: Policy, facts: readonly GroupFacts[]): readonly GroupProblem[] {
  const leads = peopleOf('engineering-lead', policy, facts).people;
  const security = peopleOf('security', policy, facts).people;
  if (leads === undefined || security === undefined || leads.size === 0) return [];
  if (leads.size !== security.size || [...leads].some((person) => !security.has(person))) return [];
  const finding: Finding = {
    id: 'groups-identical',
    severity: leads.size === 1 ? 'hole' : 'warning',
    title: 'Engineering Leads and Security are the same people',
    risk:
      leads.size === 1
        ? 'The two approvals come from two people, so no emergency change can be deployed.'
        : 'Nobody looks at a change with the eyes of the other team.',
    mend: 'Choose different groups or roles in the settings.',
    stepId: null,
  };
  return [{ role: 'security', finding }];
}
