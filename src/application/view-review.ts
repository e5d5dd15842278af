import type { ReviewView } from '../api';
import type { Change } from '../domain/change';
import { reviewsGate } from '../domain/gate';
import type { ReviewKind } from '../domain/policy';
import { reviewStanding, type ReviewStanding } from '../domain/review-standing';
import type { GateFacts } from '../domain/slot-standing';

const TITLE: Readonly<Record<ReviewKind, string>> = { peer: 'Peer review', security: 'Security review' };

const STATE: Readonly<Record<ReviewStanding['kind'], ReviewView['state']>> = {
  missing: 'missing',
  passed: 'passed',
  failed: 'failed',
  stale: 'stale',
  'not-independent': 'void',
  'same-person': 'void',
  'by-approver': 'void',
};

export function viewReview(kind: ReviewKind, change: Change, facts: GateFacts): ReviewView {
  const standing = reviewStanding(kind, change, facts);
  const review = change.reviews[kind];
  const gate = reviewsGate(change, facts);
  const missing = gate.kind === 'closed' ? gate.missing.find(({ what }) => what === `${kind}-review`) : undefined;
  return {
    review: kind,
    title: TITLE[kind],
    state: STATE[standing.kind],
    done: review && {
      by: review.by,
      at: review.at,
      attestation: review.attestation,
      retroactive: review.retroactive,
    },
    missing: missing?.message ?? null,
    changed: standing.kind === 'stale' ? standing.changed : [],
  };
}
