import type { Change, Review } from './change';
import type { Difference } from './content';
import type { ReviewKind } from './policy';
import { changedSince, type GateFacts } from './slot-standing';

/** What a review is worth now. Only `passed` opens the gate. */
export type ReviewStanding =
  | { readonly kind: 'missing' }
  | { readonly kind: 'passed'; readonly review: Review }
  | { readonly kind: 'failed'; readonly review: Review }
  | { readonly kind: 'stale'; readonly review: Review; readonly changed: readonly Difference[] }
  | { readonly kind: 'not-independent'; readonly review: Review }
  | { readonly kind: 'same-person'; readonly review: Review };

export const otherReview = (kind: ReviewKind): ReviewKind => (kind === 'peer' ? 'security' : 'peer');

export function reviewStanding(kind: ReviewKind, change: Change, facts: GateFacts): ReviewStanding {
  const review = change.reviews[kind];
  if (review === null) return { kind: 'missing' };
  if (review.attestation.outcome === 'failed') return { kind: 'failed', review };
  if (facts.requesters.has(review.by)) return { kind: 'not-independent', review };
  if (change.reviews[otherReview(kind)]?.by === review.by) return { kind: 'same-person', review };
  const changed = changedSince(review.content, change, facts);
  return changed.length > 0 ? { kind: 'stale', review, changed } : { kind: 'passed', review };
}
