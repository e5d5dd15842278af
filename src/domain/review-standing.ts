import type { Change, Review } from './change';
import type { Difference } from './content';
import type { AccountId } from './ids';
import { REVIEW_KINDS, type ReviewKind, type Slot, SLOTS } from './policy';
import { changedSince, type GateFacts } from './slot-standing';

/** What a review is worth now. Only `passed` opens the gate. */
export type ReviewStanding =
  | { readonly kind: 'missing' }
  | { readonly kind: 'passed'; readonly review: Review }
  | { readonly kind: 'failed'; readonly review: Review }
  | { readonly kind: 'stale'; readonly review: Review; readonly changed: readonly Difference[] }
  | { readonly kind: 'not-independent'; readonly review: Review }
  | { readonly kind: 'same-person'; readonly review: Review }
  /** Its reviewer has approved as well, which the policy does not allow. */
  | { readonly kind: 'by-approver'; readonly review: Review };

export const otherReview = (kind: ReviewKind): ReviewKind => (kind === 'peer' ? 'security' : 'peer');

/** The slot for which somebody has approved and therefore may not review; undefined if the policy lets him. */
export const approvalBarring = (change: Change, accountId: AccountId): Slot | undefined =>
  change.policy.content.rules.approverMayReview
    ? undefined
    : SLOTS.find((slot) => change.slots[slot].approval?.by === accountId);

/** The review that somebody has passed and therefore may not approve; undefined if the policy lets him. */
export const reviewBarring = (change: Change, accountId: AccountId): ReviewKind | undefined =>
  change.policy.content.rules.approverMayReview
    ? undefined
    : REVIEW_KINDS.find((kind) => {
        const review = change.reviews[kind];
        return review?.by === accountId && review.attestation.outcome === 'passed';
      });

export function reviewStanding(kind: ReviewKind, change: Change, facts: GateFacts): ReviewStanding {
  const review = change.reviews[kind];
  if (review === null) return { kind: 'missing' };
  if (review.attestation.outcome === 'failed') return { kind: 'failed', review };
  if (facts.requesters.has(review.by)) return { kind: 'not-independent', review };
  if (change.reviews[otherReview(kind)]?.by === review.by) return { kind: 'same-person', review };
  if (approvalBarring(change, review.by) !== undefined) return { kind: 'by-approver', review };
  const changed = changedSince(review.content, change, facts);
  return changed.length > 0 ? { kind: 'stale', review, changed } : { kind: 'passed', review };
}
