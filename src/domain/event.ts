import * as v from 'valibot';
import { BreachSchema } from './breach';
import { ContentSeenSchema, ProposedChangeSchema } from './content';
import { EffectSpecSchema } from './effect';
import { AccountIdSchema, DigestSchema, MomentSchema } from './ids';
import { DueSchema, DutySchema } from './obligation';
import {
  AuthoritySchema,
  DocumentKindSchema,
  GateKindSchema,
  PinnedPolicySchema,
  ReviewKindSchema,
  SlotSchema,
  StageSchema,
} from './policy';
import { AttestationSchema, ReportSchema, StatusMoveSchema, VerdictSchema } from './record-shapes';

const MAX_TEXT = 2000;
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const accounts = v.array(AccountIdSchema);
const link = v.string();
/** Jira's id of the history entry that told it, or null where no entry did. */
const historyId = v.nullable(v.string());
const elsewhere = { at: MomentSchema, by: v.nullable(AccountIdSchema) };

const registration = [
  v.object({
    type: v.literal('registered'),
    projectId: v.string(),
    issueKey: v.string(),
    workType: v.string(),
    /** When the issue became an emergency change in Jira. */
    declaredAt: MomentSchema,
    requesters: accounts,
    policy: PinnedPolicySchema,
    /** The register is searched from here on for this change's number; no number of it can be lower. */
    registerFrom: count,
    foundBy: v.picklist(['event', 'panel', 'gate', 'reconciliation']),
  }),
  v.object({ type: v.literal('numbered'), number: count }),
  v.object({ type: v.literal('requesters-found'), requesters: accounts }),
  /** The project's settings since then, or a requester among their authors, give it another policy to be judged by. */
  v.object({
    type: v.literal('policy-replaced'),
    policy: PinnedPolicySchema,
    because: v.picklist(['stricter-settings', 'author-is-requester']),
  }),
] as const;

const approvals = [
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
  /** `by` is the named approver; the witness is in the report. */
  v.object({
    type: v.literal('approval-reported'),
    slot: SlotSchema,
    by: AccountIdSchema,
    report: ReportSchema,
    content: ContentSeenSchema,
    authority: AuthoritySchema,
    retroactive: v.boolean(),
  }),
  v.object({
    type: v.literal('ratified'),
    slot: SlotSchema,
    by: AccountIdSchema,
    content: ContentSeenSchema,
    authority: AuthoritySchema,
    retroactive: v.boolean(),
  }),
  v.object({ type: v.literal('repudiated'), slot: SlotSchema, by: AccountIdSchema, reason: text }),
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
  v.object({ type: v.literal('acknowledged'), by: AccountIdSchema, slots: v.array(SlotSchema) }),
] as const;

const reviews = [
  v.object({
    type: v.literal('reviewed'),
    review: ReviewKindSchema,
    by: AccountIdSchema,
    attestation: AttestationSchema,
    content: ContentSeenSchema,
    /** Null for a peer review that the policy leaves to anybody who may edit. */
    authority: v.nullable(AuthoritySchema),
    retroactive: v.boolean(),
  }),
] as const;

const deployment = [
  v.object({
    type: v.literal('gate-opened'),
    gate: GateKindSchema,
    digest: DigestSchema,
    fromStatusId: v.string(),
    toStatusId: v.string(),
    /** The rows that it rests on. */
    restsOn: v.array(v.object({ seq: count, by: AccountIdSchema, as: v.string() })),
  }),
  /** The issue went from one stage to another. `verdict` is there when it passed a gate by that. */
  v.object({
    type: v.literal('status-moved'),
    historyId,
    move: StatusMoveSchema,
    verdict: v.nullable(VerdictSchema),
    /** Who was or had been reporter, creator or assignee at that moment. */
    requesters: accounts,
  }),
  v.object({ type: v.literal('evidence-linked'), link, label: text, by: AccountIdSchema }),
] as const;

const followUps = [
  v.object({ type: v.literal('post-mortem-held'), heldAt: MomentSchema, link, by: AccountIdSchema }),
  v.object({
    type: v.literal('attendance-confirmed'),
    slot: SlotSchema,
    by: AccountIdSchema,
    authority: AuthoritySchema,
  }),
  v.object({ type: v.literal('document-linked'), document: DocumentKindSchema, link, by: AccountIdSchema }),
] as const;

const watch = [
  v.object({ type: v.literal('obligation-began'), duty: DutySchema, ...DueSchema.entries }),
  v.object({ type: v.literal('breached'), ...BreachSchema.entries }),
  v.object({ type: v.literal('effects-intended'), effects: v.array(EffectSpecSchema) }),
  v.object({ type: v.literal('effects-claimed'), ids: v.array(v.string()), until: MomentSchema }),
  v.object({ type: v.literal('effect-done'), id: v.string(), result: v.nullable(v.string()) }),
  v.object({ type: v.literal('effect-failed'), id: v.string(), reason: text, givenUp: v.boolean() }),
  v.object({ type: v.literal('duplicate-retired'), id: v.string(), result: v.string() }),
] as const;

const whereabouts = [
  v.object({ type: v.literal('moved'), historyId, ...elsewhere, fromProjectId: v.string(), toProjectId: v.string() }),
  v.object({ type: v.literal('renumbered'), fromKey: v.string(), toKey: v.string() }),
  v.object({ type: v.literal('retyped'), historyId, ...elsewhere, fromType: v.string(), toType: v.string() }),
  v.object({ type: v.literal('stage-reread'), stage: StageSchema, statusName: v.string(), at: MomentSchema }),
  v.object({ type: v.literal('deleted'), ...elsewhere }),
  v.object({ type: v.literal('unreachable'), at: MomentSchema }),
  v.object({ type: v.literal('reachable'), at: MomentSchema }),
  v.object({ type: v.literal('project-deleted'), ...elsewhere }),
  v.object({ type: v.literal('project-restored'), ...elsewhere }),
] as const;

/** Everything that can happen to an emergency change, as its rows keep it. An event, once written, keeps its meaning. */
export const LedgerEventSchema = v.variant('type', [
  ...registration,
  ...approvals,
  ...reviews,
  ...deployment,
  ...followUps,
  ...watch,
  ...whereabouts,
]);

export type LedgerEvent = v.InferOutput<typeof LedgerEventSchema>;
export type EventOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { type: Type }>;

/** Longest comment or reason, in characters. */
export const MAX_COMMENT = MAX_TEXT;
