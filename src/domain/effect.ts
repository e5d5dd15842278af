import { addMinutes } from 'date-fns';
import * as v from 'valibot';
import { AccountIdSchema, MomentSchema } from './ids';
import { FollowUpSchema, SlotSchema } from './policy';

/** Whom a message is for: a group of the policy, or one person. */
export const AudienceSchema = v.variant('kind', [
  v.object({ kind: v.literal('group'), role: v.picklist([...SlotSchema.options, 'escalation']) }),
  v.object({ kind: v.literal('person'), accountId: AccountIdSchema }),
]);
export type Audience = v.InferOutput<typeof AudienceSchema>;

/** What a message is about. Ids of breaches and `seq` of a row say which ones. */
export const TopicSchema = v.variant('kind', [
  v.object({ kind: v.literal('registered') }),
  v.object({ kind: v.literal('unanswered') }),
  v.object({ kind: v.literal('escalated') }),
  v.object({ kind: v.literal('ratify'), slot: SlotSchema, approvalSeq: v.number() }),
  v.object({ kind: v.literal('repudiated'), slot: SlotSchema, seq: v.number() }),
  v.object({ kind: v.literal('not-marked-deployed') }),
  v.object({ kind: v.literal('follow-up-due') }),
  v.object({ kind: v.literal('link-wanted'), followUp: FollowUpSchema }),
  v.object({ kind: v.literal('breach'), breachIds: v.array(v.string()) }),
]);
export type Topic = v.InferOutput<typeof TopicSchema>;

/** Something to be done outside the store. */
export const EffectActionSchema = v.variant('kind', [
  v.object({ kind: v.literal('email'), topic: TopicSchema, to: v.array(AudienceSchema) }),
  /** A comment on the issue, or on the subtask of `topic.followUp` where a link is wanted. */
  v.object({ kind: v.literal('comment'), topic: TopicSchema, to: v.array(AudienceSchema) }),
  v.object({ kind: v.literal('subtask'), followUp: FollowUpSchema }),
  v.object({ kind: v.literal('close-subtask'), followUp: FollowUpSchema }),
  v.object({ kind: v.literal('label'), label: v.picklist(['emergency-change', 'emergency-change-breach']) }),
  v.object({ kind: v.literal('flag') }),
]);
export type EffectAction = v.InferOutput<typeof EffectActionSchema>;

/** `id` is one for each intended effect of a change: it is intended once, and its traces in Jira carry it. */
export const EffectSpecSchema = v.object({ id: v.string(), action: EffectActionSchema });
export type EffectSpec = v.InferOutput<typeof EffectSpecSchema>;

/**
 * An intended effect as the rows tell it. `claimedUntil`: a worker is at it until then at the latest; whoever takes it
 * over afterwards first looks for what that worker may have left.
 */
export const EffectStateSchema = v.object({
  ...EffectSpecSchema.entries,
  intendedAt: MomentSchema,
  claims: v.number(),
  claimedUntil: v.nullable(MomentSchema),
  failures: v.array(v.object({ at: MomentSchema, reason: v.string() })),
  doneAt: v.nullable(MomentSchema),
  /** Jira's id of what was made, where there is one. */
  result: v.nullable(v.string()),
  /** Given up after the last failure, or no longer wanted. */
  givenUpAt: v.nullable(MomentSchema),
});
export type EffectState = v.InferOutput<typeof EffectStateSchema>;

export const isPending = (effect: EffectState): boolean => effect.doneAt === null && effect.givenUpAt === null;

/** Minutes to wait after the n-th failure; after the last one the effect is given up, and that stays visible. */
const RETRY_MINUTES = [1, 2, 5, 15, 60, 240, 720];
export const MAX_FAILURES = RETRY_MINUTES.length + 1;

/** When somebody may work on the effect, as ISO text; undefined when it is settled. */
export function workableFrom(effect: EffectState): string | undefined {
  if (!isPending(effect)) return undefined;
  if (effect.claimedUntil !== null) return effect.claimedUntil;
  const failed = effect.failures.at(-1);
  if (failed === undefined) return effect.intendedAt;
  const wait = RETRY_MINUTES[effect.failures.length - 1] ?? 0;
  return addMinutes(new Date(failed.at), wait).toISOString();
}
