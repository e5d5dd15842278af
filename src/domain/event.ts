import * as v from 'valibot';
import { ContentSeenSchema, ProposedChangeSchema } from './content';
import { AccountIdSchema, DigestSchema } from './ids';
import { AuthoritySchema, PinnedPolicySchema, SlotSchema } from './policy';

const MAX_TEXT = 2000;
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const accounts = v.array(AccountIdSchema);

/** Everything that can happen to an emergency change, as its rows keep it. An event, once written, keeps its meaning. */
export const LedgerEventSchema = v.variant('type', [
  v.object({
    type: v.literal('registered'),
    projectId: v.string(),
    workType: v.string(),
    requesters: accounts,
    policy: PinnedPolicySchema,
    /** The register is searched from here on for this change's number; no number of it can be lower. */
    registerFrom: count,
    foundBy: v.picklist(['event', 'panel', 'gate']),
  }),
  v.object({ type: v.literal('numbered'), number: count }),
  v.object({ type: v.literal('requesters-found'), requesters: accounts }),
  v.object({ type: v.literal('change-proposed'), proposedChange: ProposedChangeSchema }),
  v.object({
    type: v.literal('approved'),
    slot: SlotSchema,
    form: v.literal('in-app'),
    by: AccountIdSchema,
    comment: text,
    content: ContentSeenSchema,
    authority: AuthoritySchema,
    retroactive: v.boolean(),
  }),
  v.object({
    type: v.literal('rejected'),
    slot: SlotSchema,
    by: AccountIdSchema,
    reason: text,
    content: ContentSeenSchema,
    authority: AuthoritySchema,
  }),
  v.object({ type: v.literal('rejection-lifted'), slot: SlotSchema, by: AccountIdSchema, reason: text }),
  v.object({
    type: v.literal('rejections-overridden'),
    slot: SlotSchema,
    by: AccountIdSchema,
    rejectedBy: accounts,
    reason: text,
    authority: AuthoritySchema,
  }),
  v.object({ type: v.literal('withdrawn'), slot: SlotSchema, by: AccountIdSchema, reason: text }),
  v.object({
    type: v.literal('gate-opened'),
    gate: v.literal('approvals'),
    digest: DigestSchema,
    fromStatusId: v.string(),
    toStatusId: v.string(),
    approvals: v.array(v.object({ slot: SlotSchema, by: AccountIdSchema, seq: count })),
  }),
]);

export type LedgerEvent = v.InferOutput<typeof LedgerEventSchema>;
export type EventOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { type: Type }>;

/** Longest comment or reason, in characters. */
export const MAX_COMMENT = MAX_TEXT;
