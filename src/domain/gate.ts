import type { Approval, Change } from './change';
import type { IssueFacts } from './issue-facts';
import { APPROVER, type Slot, SLOTS } from './policy';
import { type SlotStanding, standingOf } from './slot-standing';

/** One thing that keeps a gate closed: a sentence that says what is missing and who can give it. */
export interface Missing {
  readonly slot: Slot;
  readonly message: string;
}

export type Gate =
  | { readonly kind: 'open'; readonly approvals: readonly { readonly slot: Slot; readonly approval: Approval }[] }
  | { readonly kind: 'closed'; readonly missing: readonly Missing[] }
  | { readonly kind: 'cannot-judge'; readonly reason: string };

/** The approvals gate for the change and the issue as they are. */
export function approvalsGate(change: Change, facts: IssueFacts): Gate {
  if (change.cannotJudge !== null) return { kind: 'cannot-judge', reason: change.cannotJudge };
  const standings = SLOTS.map((slot) => ({ slot, standing: standingOf(slot, change, facts) }));
  const approvals = standings.flatMap(({ slot, standing }) =>
    standing.kind === 'approved' ? [{ slot, approval: standing.approval }] : [],
  );
  if (approvals.length === SLOTS.length) return { kind: 'open', approvals };
  return {
    kind: 'closed',
    missing: standings.flatMap(({ slot, standing }) =>
      standing.kind === 'approved' ? [] : [{ slot, message: missingMessage(slot, standing, change) }],
    ),
  };
}

/** Who may fill a slot, in words. */
export function whoCanApprove(slot: Slot, change: Change): string {
  const { groupName } = change.policy.content.slots[slot];
  return change.policy.groupIds[slot] === null
    ? `group ${groupName}, which this Jira did not have when the change was registered: a Jira administrator has to create it and add people`
    : `group ${groupName}`;
}

function missingMessage(slot: Slot, standing: Exclude<SlotStanding, { kind: 'approved' }>, change: Change): string {
  const approver = APPROVER[slot];
  const group = whoCanApprove(slot, change);
  switch (standing.kind) {
    case 'empty':
      return `Approval by ${approver} is missing. Anybody of ${group} who never was reporter, creator or assignee can give it.`;
    case 'rejected':
      return `${capital(approver)} has rejected the change. The person who rejected can lift it, or another member of ${group} can override it with a reason.`;
    case 'stale':
      return `The ${listOf(standing.changed.map((difference) => difference.field))} changed after ${approver} had approved. Somebody of ${group} has to look at the change as it is now and approve it again.`;
    case 'not-independent':
      return `The approval by ${approver} does not count any more, because that person became reporter or assignee. Another member of ${group} has to approve.`;
    case 'same-person':
      return `The same person has given both approvals. Another member of ${group} has to approve.`;
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
