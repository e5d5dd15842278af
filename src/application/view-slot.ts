import type { ApprovalView, SlotView } from '../api';
import type { Approval, Change } from '../domain/change';
import { approvalsGate, closureGate, type Gate } from '../domain/gate';
import { isOpen } from '../domain/obligation';
import type { Slot } from '../domain/policy';
import { type GateFacts, type SlotStanding, standingOf } from '../domain/slot-standing';
import { attendeesWanted } from '../domain/settle-obligations';
import { groupInWords } from '../domain/words';

export const SLOT_TITLE: Readonly<Record<Slot, string>> = {
  'engineering-lead': 'Engineering Lead',
  security: 'Security Team',
};

const STATE: Readonly<Record<SlotStanding['kind'], SlotView['state']>> = {
  empty: 'missing',
  approved: 'approved',
  unratified: 'unratified',
  rejected: 'rejected',
  stale: 'stale',
  expired: 'expired',
  'not-independent': 'void',
  'same-person': 'void',
};

export function viewSlot(slot: Slot, change: Change, facts: GateFacts): SlotView {
  const standing = standingOf(slot, change, facts);
  const { approval, rejections, repudiated } = change.slots[slot];
  const waiting = change.obligations.find((one) => one.id === `ratification:${approval?.seq ?? 0}` && isOpen(one));
  return {
    slot,
    title: SLOT_TITLE[slot],
    groupName: groupInWords(slot, change),
    state: STATE[standing.kind],
    approval: approval && viewApproval(approval),
    rejections: rejections.map(({ by, at, reason }) => ({ by, at, text: reason })),
    repudiated: repudiated.map(({ by, at, reason }) => ({ by, at, text: reason })),
    ratifyBy: waiting?.due ?? null,
    missing: missingIn(change.passages.length === 0 ? approvalsGate(change, facts) : closureGate(change, facts), slot),
    changed: standing.kind === 'stale' ? standing.changed : [],
    attendeesWanted: attendeesWanted(change, slot),
  };
}

const missingIn = (gate: Gate, what: string): string | null =>
  gate.kind === 'closed' ? (gate.missing.find((entry) => entry.what === what)?.message ?? null) : null;

const viewApproval = ({ by, at, comment, retroactive, report, ratified }: Approval): ApprovalView => ({
  by,
  at,
  text: comment,
  retroactive,
  report: report && {
    form: report.form,
    witness: report.witness,
    channel: report.channel,
    saidAt: report.saidAt,
    link: report.link,
  },
  ratifiedAt: ratified?.at ?? null,
});
