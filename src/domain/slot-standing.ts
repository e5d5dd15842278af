import type { Approval, Change, Rejection } from './change';
import { contentDigest, type Difference, differences } from './content';
import { contentOf, type IssueFacts, requestersOf } from './issue-facts';
import { otherSlot, type Slot } from './policy';

/** What a slot is worth now, given the issue as it is. Only `approved` opens a gate. */
export type SlotStanding =
  | { readonly kind: 'empty' }
  | { readonly kind: 'approved'; readonly approval: Approval }
  | { readonly kind: 'rejected'; readonly rejections: readonly Rejection[] }
  | { readonly kind: 'stale'; readonly approval: Approval; readonly changed: readonly Difference[] }
  | { readonly kind: 'not-independent'; readonly approval: Approval }
  | { readonly kind: 'same-person'; readonly approval: Approval };

export function standingOf(slot: Slot, change: Change, facts: IssueFacts): SlotStanding {
  const { approval, rejections } = change.slots[slot];
  if (rejections.length > 0) return { kind: 'rejected', rejections };
  if (approval === null) return { kind: 'empty' };
  if (requestersOf(change, facts).has(approval.by)) return { kind: 'not-independent', approval };
  if (change.slots[otherSlot(slot)].approval?.by === approval.by) return { kind: 'same-person', approval };
  const content = contentOf(change, facts);
  if (approval.content.digest !== contentDigest(content)) {
    return { kind: 'stale', approval, changed: differences(approval.content, content) };
  }
  return { kind: 'approved', approval };
}
