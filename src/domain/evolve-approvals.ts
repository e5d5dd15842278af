import type { Change, SlotState } from './change';
import type { EventOf } from './event';
import type { Place } from './evolve';
import type { AccountId, Moment } from './ids';
import type { Slot } from './policy';

export type ApprovalEvent = EventOf<
  | 'change-proposed'
  | 'approved'
  | 'approval-reported'
  | 'ratified'
  | 'repudiated'
  | 'rejected'
  | 'rejection-lifted'
  | 'rejections-overridden'
  | 'withdrawn'
  | 'acknowledged'
  | 'reviewed'
>;

/** What people decide before a deployment, and what they say of it afterwards. */
export function evolveApprovals(change: Change, event: ApprovalEvent, { seq, at }: Place): Change {
  const place = { seq, at };
  switch (event.type) {
    case 'change-proposed':
      return overtaken({ ...change, proposedChange: event.proposedChange }, at);
    case 'approved': {
      const { by, comment, content, authority, retroactive } = event;
      const approval = { ...place, by, comment, report: null, ratified: null, content, authority, retroactive };
      return inSlot(change, event.slot, (slot) => ({ ...slot, approval }));
    }
    case 'approval-reported': {
      const { by, report, content, authority, retroactive } = event;
      const approval = { ...place, by, comment: report.note, report, ratified: null, content, authority, retroactive };
      return inSlot(change, event.slot, (slot) => ({ ...slot, approval }));
    }
    case 'ratified': {
      const { content, authority } = event;
      return inSlot(change, event.slot, (slot) =>
        slot.approval === null
          ? slot
          : { ...slot, approval: { ...slot.approval, ratified: place, content, authority } },
      );
    }
    case 'repudiated':
      return overtaken(
        inSlot(change, event.slot, (slot) => repudiate(slot, event, place)),
        at,
      );
    case 'rejected':
      return overtaken(
        inSlot(change, event.slot, (slot) => reject(slot, event, place)),
        at,
      );
    case 'rejection-lifted':
      return inSlot(change, event.slot, (slot) => without(slot, [event.by]));
    case 'rejections-overridden':
      return inSlot(change, event.slot, (slot) => without(slot, event.rejectedBy));
    case 'withdrawn':
      return overtaken(
        inSlot(change, event.slot, (slot) => ({ ...slot, approval: null })),
        at,
      );
    case 'acknowledged':
      return { ...change, acknowledged: [...change.acknowledged, { ...place, by: event.by, slots: event.slots }] };
    case 'reviewed': {
      const { by, attestation, content, authority, retroactive } = event;
      const review = { ...place, by, attestation, content, authority, retroactive };
      return overtaken({ ...change, reviews: { ...change.reviews, [event.review]: review } }, at);
    }
  }
}

const inSlot = (change: Change, slot: Slot, step: (slot: SlotState) => SlotState): Change => ({
  ...change,
  slots: { ...change.slots, [slot]: step(change.slots[slot]) },
});

/** A gate that opened before does not stand open for a move after this: what it rested on is not so any more. */
const overtaken = (change: Change, at: Moment): Change => ({
  ...change,
  openings: change.openings.map((opening) => ({ ...opening, overtakenAt: opening.overtakenAt ?? at })),
});

/** The disowned approval counts for nothing any more, and stays on record. */
const repudiate = (slot: SlotState, event: EventOf<'repudiated'>, place: Place): SlotState =>
  slot.approval === null
    ? slot
    : {
        ...slot,
        approval: null,
        repudiated: [
          ...slot.repudiated,
          {
            ...place,
            by: event.by,
            reason: event.reason,
            approvalSeq: slot.approval.seq,
            approvedAt: slot.approval.at,
          },
        ],
      };

/** A person holds one opinion: rejecting takes back his own approval of the slot. */
const reject = (slot: SlotState, event: EventOf<'rejected'>, place: Place): SlotState => ({
  ...slot,
  approval: slot.approval?.by === event.by ? null : slot.approval,
  rejections: [
    ...slot.rejections.filter((rejection) => rejection.by !== event.by),
    { ...place, by: event.by, reason: event.reason },
  ],
});

const without = (slot: SlotState, people: readonly AccountId[]): SlotState => ({
  ...slot,
  rejections: slot.rejections.filter((rejection) => !people.includes(rejection.by)),
});
