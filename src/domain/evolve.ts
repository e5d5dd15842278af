import * as v from 'valibot';
import { type Change, FOLD_VERSION, type SlotState } from './change';
import { type EventOf, type LedgerEvent, LedgerEventSchema } from './event';
import type { AccountId } from './ids';
import type { Slot } from './policy';
import { BrokenChain, type ChainHead, type LedgerRow } from './row';

/** The change after `row`. `change` is undefined before row 1. Throws BrokenChain if the first row does not register. */
export function evolve(change: Change | undefined, row: LedgerRow): Change {
  const events = row.events.map((event) => v.safeParse(LedgerEventSchema, event));
  let next = change ?? register(row, events[0]?.success === true ? events[0].output : undefined);
  for (const event of events) {
    next = event.success
      ? apply(next, event.output, row)
      : { ...next, cannotJudge: `Row ${row.seq} holds an entry that this version of the app does not know.` };
  }
  return {
    ...next,
    seq: row.seq,
    headHash: row.hash,
    at: row.at,
    commands: { ...next.commands, [row.commandId]: { seq: row.seq, actor: row.actor } },
  };
}

export const headOf = (change: Change | undefined): ChainHead | undefined =>
  change && { seq: change.seq, headHash: change.headHash, at: change.at };

function register(row: LedgerRow, event: LedgerEvent | undefined): Change {
  if (event?.type !== 'registered') throw new BrokenChain(`Row 1 of issue ${row.issueId} does not register it.`);
  return {
    foldVersion: FOLD_VERSION,
    issueId: row.issueId,
    projectId: event.projectId,
    seq: row.seq,
    headHash: row.hash,
    at: row.at,
    registeredAt: row.at,
    firstRowHash: row.hash,
    registerFrom: event.registerFrom,
    number: null,
    policy: event.policy,
    requesters: event.requesters,
    proposedChange: null,
    opening: null,
    slots: {
      'engineering-lead': { approval: null, rejections: [] },
      security: { approval: null, rejections: [] },
    },
    commands: {},
    cannotJudge: null,
  };
}

function apply(change: Change, event: LedgerEvent, row: LedgerRow): Change {
  switch (event.type) {
    case 'registered':
      return change;
    case 'numbered':
      return { ...change, number: event.number };
    case 'requesters-found':
      return { ...change, requesters: union(change.requesters, event.requesters) };
    case 'change-proposed':
      return { ...change, proposedChange: event.proposedChange };
    case 'approved':
      return inSlot(change, event.slot, (slot) => ({ ...slot, approval: approvalOf(event, row) }));
    case 'rejected':
      return inSlot(change, event.slot, (slot) => reject(slot, event, row));
    case 'rejection-lifted':
      return inSlot(change, event.slot, (slot) => without(slot, [event.by]));
    case 'rejections-overridden':
      return inSlot(change, event.slot, (slot) => without(slot, event.rejectedBy));
    case 'withdrawn':
      return inSlot(change, event.slot, (slot) => ({ ...slot, approval: null }));
    case 'gate-opened':
      return { ...change, opening: { seq: row.seq, at: row.at, digest: event.digest } };
  }
}

const union = (known: readonly AccountId[], found: readonly AccountId[]): AccountId[] => [
  ...new Set([...known, ...found]),
];

const inSlot = (change: Change, slot: Slot, step: (slot: SlotState) => SlotState): Change => ({
  ...change,
  slots: { ...change.slots, [slot]: step(change.slots[slot]) },
});

const approvalOf = (event: EventOf<'approved'>, row: LedgerRow): SlotState['approval'] => ({
  seq: row.seq,
  at: row.at,
  by: event.by,
  comment: event.comment,
  content: event.content,
  authority: event.authority,
  retroactive: event.retroactive,
});

/** A person holds one opinion: rejecting takes back his own approval of the slot. */
const reject = (slot: SlotState, event: EventOf<'rejected'>, row: LedgerRow): SlotState => ({
  approval: slot.approval?.by === event.by ? null : slot.approval,
  rejections: [
    ...slot.rejections.filter((rejection) => rejection.by !== event.by),
    { seq: row.seq, at: row.at, by: event.by, reason: event.reason },
  ],
});

const without = (slot: SlotState, people: readonly AccountId[]): SlotState => ({
  ...slot,
  rejections: slot.rejections.filter((rejection) => !people.includes(rejection.by)),
});
