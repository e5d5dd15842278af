import type { SlotView } from '../api';
import type { Change } from '../domain/change';
import type { Gate } from '../domain/gate';
import type { IssueFacts } from '../domain/issue-facts';
import type { Slot } from '../domain/policy';
import { type SlotStanding, standingOf } from '../domain/slot-standing';

export const SLOT_TITLE: Readonly<Record<Slot, string>> = {
  'engineering-lead': 'Engineering Lead',
  security: 'Security Team',
};

const STATE: Readonly<Record<SlotStanding['kind'], SlotView['state']>> = {
  empty: 'missing',
  approved: 'approved',
  rejected: 'rejected',
  stale: 'stale',
  'not-independent': 'void',
  'same-person': 'void',
};

export function viewSlot(slot: Slot, change: Change, facts: IssueFacts, gate: Gate): SlotView {
  const standing = standingOf(slot, change, facts);
  const { approval, rejections } = change.slots[slot];
  const missing = gate.kind === 'closed' ? gate.missing.find((entry) => entry.slot === slot) : undefined;
  return {
    slot,
    title: SLOT_TITLE[slot],
    groupName: change.policy.content.slots[slot].groupName,
    state: STATE[standing.kind],
    approval: approval && {
      by: approval.by,
      at: approval.at,
      text: approval.comment,
      retroactive: approval.retroactive,
    },
    rejections: rejections.map(({ by, at, reason }) => ({ by, at, text: reason })),
    missing: missing?.message ?? null,
    changed: standing.kind === 'stale' ? standing.changed : [],
  };
}
