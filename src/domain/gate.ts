import { type Change, firstEntry, isUnratified } from './change';
import type { AccountId } from './ids';
import { attendeesWanted, isFollowedUp } from './settle-obligations';
import {
  APPROVER,
  type DocumentKind,
  FOLLOW_UPS,
  type FollowUp,
  REVIEW_KINDS,
  type ReviewKind,
  type Slot,
  SLOTS,
} from './policy';
import { restsOnRequester } from './settings/judging-policy';
import { reviewStanding, type ReviewStanding } from './review-standing';
import { type GateFacts, type SlotStanding, standingOf } from './slot-standing';
import {
  attendeesInWords,
  capital,
  groupInWords,
  listOf,
  peopleOf,
  REVIEW_NAME,
  whoCanApprove,
  whoCanReview,
  whoElseCanReview,
} from './words';

/** One thing that keeps a gate closed: a sentence that says what is missing and who can give it. */
export interface Missing {
  readonly what: Slot | `${ReviewKind}-review` | FollowUp | 'settings';
  readonly message: string;
}

/** A decision that a gate rests on. */
export interface Ground {
  readonly as: Missing['what'];
  readonly seq: number;
  readonly by: AccountId;
}

export type Gate =
  | { readonly kind: 'open'; readonly restsOn: readonly Ground[] }
  | { readonly kind: 'closed'; readonly missing: readonly Missing[] }
  | { readonly kind: 'cannot-judge'; readonly reason: string };

interface Check {
  readonly ground?: Ground;
  readonly missing?: Missing;
}

function gateOf(change: Change, checks: () => readonly Check[]): Gate {
  if (change.cannotJudge !== null) return { kind: 'cannot-judge', reason: change.cannotJudge };
  const done = checks();
  const missing = done.flatMap((check) => (check.missing === undefined ? [] : [check.missing]));
  if (missing.length > 0) return { kind: 'closed', missing };
  return { kind: 'open', restsOn: done.flatMap(({ ground }) => (ground === undefined ? [] : [ground])) };
}

/** Both approvals, for the change and the issue as they are. */
export const approvalsGate = (change: Change, facts: GateFacts): Gate =>
  gateOf(change, () => [checkSettings(change, facts), ...SLOTS.map((slot) => checkSlot(slot, change, facts))]);

/** Both reviews, for the change and the issue as they are. */
export const reviewsGate = (change: Change, facts: GateFacts): Gate =>
  gateOf(change, () => [checkSettings(change, facts), ...REVIEW_KINDS.map((kind) => checkReview(kind, change, facts))]);

/** What has to be true before a deployment: both approvals and both reviews. */
export const deployGate = (change: Change, facts: GateFacts): Gate =>
  gateOf(change, () => [
    checkSettings(change, facts),
    ...SLOTS.map((slot) => checkSlot(slot, change, facts)),
    ...REVIEW_KINDS.map((kind) => checkReview(kind, change, facts)),
  ]);

/**
 * What has to be true before the change is closed: approvals that their approvers stand for themselves, and everything
 * caught up on. Edits and a new assignee after the deployment are ordinary, so an approval does not go stale by them.
 */
export const closureGate = (change: Change, facts: GateFacts): Gate =>
  gateOf(change, () => [
    checkSettings(change, asDeployed(change, facts)),
    ...SLOTS.map((slot) => checkRatified(slot, change, facts)),
    ...FOLLOW_UPS.map((followUp) => checkFollowUp(followUp, change)),
  ]);

/** Nobody asks for a change and sets the rules for it. */
function checkSettings({ policy }: Change, { requesters }: GateFacts): Check {
  const message =
    'The settings by which this change is judged were saved or confirmed by somebody who is or was its reporter, creator or assignee. Settings that others saved are taken instead within minutes, if there are any: then try again. Otherwise another administrator of this project has to save its Emergency Change settings.';
  return restsOnRequester(policy, requesters) ? { missing: { what: 'settings', message } } : {};
}

function checkSlot(slot: Slot, change: Change, facts: GateFacts): Check {
  const standing = standingOf(slot, change, facts);
  const reportedCounts = change.policy.content.rules.reportedOpensDeployGate;
  if (standing.kind === 'approved' || (standing.kind === 'unratified' && reportedCounts)) {
    return { ground: { as: slot, seq: standing.approval.seq, by: standing.approval.by } };
  }
  return { missing: { what: slot, message: slotMessage(slot, standing, change) } };
}

function checkReview(kind: ReviewKind, change: Change, facts: GateFacts): Check {
  const standing = reviewStanding(kind, change, facts);
  if (standing.kind === 'passed') {
    return { ground: { as: `${kind}-review`, seq: standing.review.seq, by: standing.review.by } };
  }
  return { missing: { what: `${kind}-review`, message: reviewMessage(kind, standing, change) } };
}

/** A new assignee after the deployment is ordinary: the requesters are those of then. */
const asDeployed = (change: Change, facts: GateFacts): GateFacts => ({
  ...facts,
  requesters: new Set(firstEntry(change)?.requesters ?? facts.requesters),
});

function checkRatified(slot: Slot, change: Change, facts: GateFacts): Check {
  const standing = standingOf(slot, change, { ...asDeployed(change, facts), content: null });
  if (standing.kind === 'expired' && isUnratified(standing.approval)) {
    const unratified = { kind: 'unratified' as const, approval: standing.approval };
    return { missing: { what: slot, message: slotMessage(slot, unratified, change) } };
  }
  if (standing.kind === 'approved' || standing.kind === 'expired') {
    return { ground: { as: slot, seq: standing.approval.seq, by: standing.approval.by } };
  }
  return { missing: { what: slot, message: slotMessage(slot, standing, change) } };
}

const DOCUMENT_MISSING: Readonly<Record<DocumentKind, string>> = {
  'change-documentation':
    'The change documentation is not linked yet. Anybody who may edit this issue can link it in the panel.',
  'pull-request': 'The pull request is not linked yet. Anybody who may edit this issue can link it in the panel.',
};

const checkFollowUp = (followUp: FollowUp, change: Change): Check =>
  isFollowedUp(change, followUp)
    ? {}
    : {
        missing: {
          what: followUp,
          message: followUp === 'post-mortem' ? postMortemMissing(change) : DOCUMENT_MISSING[followUp],
        },
      };

function postMortemMissing(change: Change): string {
  const whole = `The post-mortem is not complete: it has to be held, its report linked, and ${attendeesInWords(change.policy.content)} each have to confirm that they took part, one of them not its author.`;
  if (change.postMortem === null) return whole;
  const wanted = SLOTS.map((slot) => ({ slot, count: attendeesWanted(change, slot) })).filter(({ count }) => count > 0);
  if (wanted.length === 0) return whole;
  return `${whole} Still wanted: ${listOf(wanted.map(({ slot, count }) => `${peopleOf(slot, count)} (${groupInWords(slot, change)})`))}.`;
}

function slotMessage(slot: Slot, standing: Exclude<SlotStanding, { kind: 'approved' }>, change: Change): string {
  const approver = APPROVER[slot];
  const group = whoCanApprove(slot, change);
  switch (standing.kind) {
    case 'empty':
      return `Approval by ${approver} is missing. Anybody of ${group} who never was reporter, creator or assignee can give it.`;
    case 'unratified':
      return `The approval by ${approver} was reported by somebody else. The approver has to ratify it in the panel, or another member of ${group} has to approve.`;
    case 'rejected':
      return `${capital(approver)} has rejected the change. The person who rejected can lift it, or another member of ${group} can override it with a reason.`;
    case 'stale':
      return `The ${listOf(standing.changed.map((difference) => difference.field))} changed after ${approver} had approved. Somebody of ${group} has to look at the change as it is now and approve it again.`;
    case 'expired':
      return `The approval by ${approver} has expired. Somebody of ${group} has to approve again.`;
    case 'not-independent':
      return `The approval by ${approver} does not count any more, because that person became reporter or assignee. Another member of ${group} has to approve.`;
    case 'same-person':
      return `The same person has given both approvals. Another member of ${group} has to approve.`;
  }
}

function reviewMessage(
  kind: ReviewKind,
  standing: Exclude<ReviewStanding, { kind: 'passed' }>,
  change: Change,
): string {
  const name = REVIEW_NAME[kind];
  const who = whoCanReview(kind, change);
  switch (standing.kind) {
    case 'missing':
      return `The ${name} is missing. It can be done by ${who} who never was reporter, creator or assignee.`;
    case 'failed':
      return `The ${name} did not pass. Mend what was found, then have it reviewed again by ${who}.`;
    case 'stale':
      return `The ${listOf(standing.changed.map((difference) => difference.field))} changed after the ${name}. It has to be done again by ${who}.`;
    case 'not-independent':
      return `The ${name} does not count any more, because its reviewer became reporter or assignee. It has to be done again by ${whoElseCanReview(kind, change)}.`;
    case 'same-person':
      return `The same person has done both reviews. The ${name} has to be done by somebody else.`;
    case 'by-approver':
      return `The ${name} was done by somebody who has also approved the change, and in this project nobody does both. It has to be done again by ${whoElseCanReview(kind, change)}.`;
  }
}
