import type { Change } from './change';
import {
  APPROVER,
  type GroupRole,
  groupNames,
  type Policy,
  type PolicyGroup,
  type ReviewKind,
  type Slot,
  SLOTS,
} from './policy';

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "a", "a and b", "a, b and c". */
export const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** All groups of a role by name: "group platform-leads", or "platform-leads or the role Engineering Lead". */
export function groupInWords(role: GroupRole, { policy }: Change): string {
  const names = groupNames(role, policy.content);
  const [first, ...others] = policy.content.groups[role];
  return first?.kind === 'group' && others.length === 0 ? `group ${names}` : names;
}

/** Who may fill a role, in words, and what is to be done about those of its groups that do not exist. */
function whoFills(role: GroupRole, change: Change): string {
  const groups = change.policy.content.groups[role];
  const unknown = groups.filter(({ id }) => id === null);
  const whole = groupInWords(role, change);
  if (unknown.length === 0) return whole;
  if (groups.length === 1) {
    return `${whole}, which this Jira did not have when the change was registered: a Jira administrator has to create it and add people`;
  }
  const missing = listOf(unknown.map(nameOf));
  return `${whole} (this Jira did not have ${missing} when the change was registered: a Jira administrator has to create ${unknown.length === 1 ? 'it' : 'them'} and add people)`;
}

/** A group as a sentence names it among others. */
export const nameOf = ({ kind, name }: PolicyGroup): string => (kind === 'role' ? `the role ${name}` : name);

export const whoCanApprove = (slot: Slot, change: Change): string => whoFills(slot, change);

/** Who may do a review, in words. */
export const whoCanReview = (kind: ReviewKind, change: Change): string => `anybody ${reviewersOf(kind, change)}`;

export const whoElseCanReview = (kind: ReviewKind, change: Change): string =>
  `anybody else ${reviewersOf(kind, change)}`;

function reviewersOf(kind: ReviewKind, change: Change): string {
  if (kind === 'security') return `of ${whoFills('security', change)}`;
  return change.policy.content.groups.peerReview.length === 0
    ? 'who may edit this issue'
    : `of ${whoFills('peerReview', change)}`;
}

/** Whose part in the post-mortem has to be confirmed: "2 Engineering Leads and a member of the Security Team". */
export const attendeesInWords = ({ attendees }: Pick<Policy, 'attendees'>): string =>
  listOf(SLOTS.map((slot) => peopleOf(slot, attendees[slot])));

/** "an Engineering Lead", "2 Engineering Leads". */
export const peopleOf = (slot: Slot, count: number): string =>
  count === 1
    ? APPROVER[slot]
    : `${count} ${slot === 'security' ? 'members of the Security Team' : 'Engineering Leads'}`;

export const REVIEW_NAME: Readonly<Record<ReviewKind, string>> = {
  peer: 'peer review',
  security: 'security review',
};
