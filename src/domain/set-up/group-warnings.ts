import { type Policy, SLOTS } from '../policy';
import type { GroupFacts } from './configuration';
import { peopleOf } from './group-people';
import { groupProblems, ROLE_NAME } from './group-problems';

/** `field` is the path of a field of the settings form, such as `groups.security`. */
interface FieldWarning {
  readonly field: string;
  readonly message: string;
}

/** What the set-up check finds of the groups, for the form; there also where a requester among them leaves one person. */
export const groupWarnings = (policy: Policy, facts: readonly GroupFacts[]): readonly FieldWarning[] => [
  ...groupProblems(policy, facts).map(({ role, finding }) => ({
    field: `groups.${role}`,
    message: `${finding.title}. ${finding.risk}`,
  })),
  ...SLOTS.filter((slot) => peopleOf(slot, policy, facts).people?.size === 2).map((slot) => ({
    field: `groups.${slot}`,
    message: `${ROLE_NAME[slot]} has two people. When one of them is a requester, only the other one can approve.`,
  })),
];
