import * as v from 'valibot';
import { MomentSchema } from './ids';
import { FollowUpSchema, SlotSchema } from './policy';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What is due: telling both groups, a ratification, marking as deployed, or one of the follow-ups. */
export const DutySchema = v.variant('kind', [
  v.object({ kind: v.literal('notification') }),
  /** `approvalSeq`: the row of the reported approval. */
  v.object({ kind: v.literal('ratification'), slot: SlotSchema, approvalSeq: count }),
  /** `entrySeq`: the row of the entry into deployment. */
  v.object({ kind: v.literal('mark-deployed'), entrySeq: count }),
  v.object({ kind: v.literal('follow-up'), followUp: FollowUpSchema }),
]);
export type Duty = v.InferOutput<typeof DutySchema>;

/** One name for each duty of a change, so that it begins once. */
export function dutyId(duty: Duty): string {
  switch (duty.kind) {
    case 'notification':
      return 'notification';
    case 'ratification':
      return `ratification:${duty.approvalSeq}`;
    case 'mark-deployed':
      return `mark-deployed:${duty.entrySeq}`;
    case 'follow-up':
      return duty.followUp;
  }
}

/** How a due time was found, so that it can be counted again by hand. */
export const DueSchema = v.object({
  due: MomentSchema,
  /** Counted from here. */
  from: MomentSchema,
  /** The rule in words, such as "3 business days". */
  rule: v.string(),
  /** The business days that were counted (`YYYY-MM-DD`), and the zone whose days they are; empty for hours and minutes. */
  countedDays: v.array(v.string()),
  timeZone: v.nullable(v.string()),
});
export type Due = v.InferOutput<typeof DueSchema>;

/**
 * A duty with its due time, which never moves. `doneAt` is when it was fulfilled, in time or late; `endedAt` is when it
 * fell away unfulfilled, because what it was for is gone.
 */
export const ObligationSchema = v.object({
  id: v.string(),
  duty: DutySchema,
  ...DueSchema.entries,
  begunAt: MomentSchema,
  doneAt: v.nullable(MomentSchema),
  endedAt: v.nullable(MomentSchema),
});
export type Obligation = v.InferOutput<typeof ObligationSchema>;

export const isOpen = (obligation: Obligation): boolean => obligation.doneAt === null && obligation.endedAt === null;

/** Past its due time: still open after it, or fulfilled after it. What fell away in time was never late. */
export const isLate = (obligation: Obligation, now: string): boolean =>
  (obligation.doneAt ?? obligation.endedAt ?? now) > obligation.due;
