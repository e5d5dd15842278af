import { type Approval, type Change, isUnratified, type Rejection } from './change';
import { contentDigest, type ContentSeen, type Difference, differences } from './content';
import type { AccountId, Moment } from './ids';
import { contentOf, type IssueFacts, requestersOf } from './issue-facts';
import { otherSlot, type Slot } from './policy';

/** What a decision about a gate needs to know of the issue. */
export interface GateFacts {
  readonly at: Moment;
  /** Everybody who is held to have asked for the change. */
  readonly requesters: ReadonlySet<AccountId>;
  /** Null where it is not known what the content was: then nothing is called stale. */
  readonly content: IssueFacts['content'] | null;
}

export const gateFacts = (change: Change, facts: IssueFacts): GateFacts => ({
  at: facts.at,
  content: facts.content,
  requesters: requestersOf(change, facts),
});

/** What a slot is worth now, given the issue as it is. `approved` opens a gate, and `unratified` may open one. */
export type SlotStanding =
  | { readonly kind: 'empty' }
  | { readonly kind: 'approved'; readonly approval: Approval }
  | { readonly kind: 'unratified'; readonly approval: Approval }
  | { readonly kind: 'rejected'; readonly rejections: readonly Rejection[] }
  | { readonly kind: 'stale'; readonly approval: Approval; readonly changed: readonly Difference[] }
  | { readonly kind: 'expired'; readonly approval: Approval }
  | { readonly kind: 'not-independent'; readonly approval: Approval }
  | { readonly kind: 'same-person'; readonly approval: Approval };

export function standingOf(slot: Slot, change: Change, facts: GateFacts): SlotStanding {
  const { approval, rejections } = change.slots[slot];
  if (rejections.length > 0) return { kind: 'rejected', rejections };
  if (approval === null) return { kind: 'empty' };
  if (facts.requesters.has(approval.by)) return { kind: 'not-independent', approval };
  if (change.slots[otherSlot(slot)].approval?.by === approval.by) return { kind: 'same-person', approval };
  const changed = changedSince(approval.content, change, facts);
  if (changed.length > 0) return { kind: 'stale', approval, changed };
  if (isExpired(approval, change, facts.at)) return { kind: 'expired', approval };
  return { kind: isUnratified(approval) ? 'unratified' : 'approved', approval };
}

/** The differences that make a decision stale: none where the policy does not ask for a new one. */
export function changedSince(seen: ContentSeen, change: Change, facts: GateFacts): readonly Difference[] {
  if (facts.content === null || !change.policy.content.rules.reapproveOnChange) return [];
  const content = contentOf(change, { content: facts.content });
  return contentDigest(content) === seen.digest ? [] : differences(seen, content);
}

const HOUR_MS = 3_600_000;

function isExpired(approval: Approval, change: Change, at: string): boolean {
  const hours = change.policy.content.rules.approvalExpiresAfterHours;
  return hours !== null && Date.parse(at) - Date.parse(approval.ratified?.at ?? approval.at) > hours * HOUR_MS;
}
