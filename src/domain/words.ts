import type { Change } from './change';
import { type GroupRole, groupNameOf, type ReviewKind, type Slot } from './policy';

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "a", "a and b", "a, b and c". */
export const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** Who may fill a role, in words. */
export function groupInWords(role: GroupRole, { policy }: Change): string {
  const name = groupNameOf(role, policy.content) ?? '';
  return policy.groupIds[role] === null
    ? `group ${name}, which this Jira did not have when the change was registered: a Jira administrator has to create it and add people`
    : `group ${name}`;
}

export const whoCanApprove = (slot: Slot, change: Change): string => groupInWords(slot, change);

/** Who may do a review, in words. */
export function whoCanReview(kind: ReviewKind, change: Change): string {
  if (kind === 'security') return `anybody of ${groupInWords('security', change)}`;
  return change.policy.content.peerReview === null
    ? 'anybody who may edit this issue'
    : `anybody of ${groupInWords('peerReview', change)}`;
}

export const REVIEW_NAME: Readonly<Record<ReviewKind, string>> = {
  peer: 'peer review',
  security: 'security review',
};
