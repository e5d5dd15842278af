import * as v from 'valibot';
import { BreachSchema } from './breach';
import { ContentSeenSchema, ProposedChangeSchema } from './content';
import { EffectStateSchema } from './effect';
import { AccountIdSchema, DigestSchema, IssueIdSchema, MomentSchema } from './ids';
import { ObligationSchema } from './obligation';
import { AuthoritySchema, GateKindSchema, PinnedPolicySchema, SlotSchema, StageSchema } from './policy';
import { AttestationSchema, ReportSchema, StatusMoveSchema, VerdictSchema } from './record-shapes';
import { ActorSchema } from './row';

/** Raised whenever `evolve` gives old rows a new meaning or keeps more of them: older checkpoints are folded again. */
export const FOLD_VERSION = 5;

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Where a record stands in the ledger. */
const place = { seq: count, at: MomentSchema };

/** `by` is the approver. `report` is null for his own act; a report counts in full once it is ratified. */
const ApprovalSchema = v.object({
  ...place,
  by: AccountIdSchema,
  comment: v.string(),
  report: v.nullable(ReportSchema),
  ratified: v.nullable(v.object(place)),
  content: ContentSeenSchema,
  authority: AuthoritySchema,
  retroactive: v.boolean(),
});
export type Approval = v.InferOutput<typeof ApprovalSchema>;

export const isUnratified = (approval: Approval): boolean => approval.report !== null && approval.ratified === null;

const RejectionSchema = v.object({ ...place, by: AccountIdSchema, reason: v.string() });
export type Rejection = v.InferOutput<typeof RejectionSchema>;

/** `rejections` are those that still stand; `repudiated` are reported approvals that their approver disowned. */
const SlotStateSchema = v.object({
  approval: v.nullable(ApprovalSchema),
  rejections: v.array(RejectionSchema),
  repudiated: v.array(
    v.object({ ...place, by: AccountIdSchema, reason: v.string(), approvalSeq: count, approvedAt: MomentSchema }),
  ),
});
export type SlotState = v.InferOutput<typeof SlotStateSchema>;

const ReviewSchema = v.object({
  ...place,
  by: AccountIdSchema,
  attestation: AttestationSchema,
  content: ContentSeenSchema,
  authority: v.nullable(AuthoritySchema),
  retroactive: v.boolean(),
});
export type Review = v.InferOutput<typeof ReviewSchema>;

const OpeningSchema = v.object({
  ...place,
  gate: GateKindSchema,
  digest: DigestSchema,
  fromStatusId: v.string(),
  toStatusId: v.string(),
  /** When something that it rested on was first taken back or replaced, or null. */
  overtakenAt: v.nullable(MomentSchema),
});
export type Opening = v.InferOutput<typeof OpeningSchema>;

const PassageSchema = v.object({
  ...place,
  move: StatusMoveSchema,
  verdict: VerdictSchema,
  /** Who was or had been reporter, creator or assignee at that moment. */
  requesters: v.array(AccountIdSchema),
});
/** The issue passed a gate. The verdict was frozen then. */
export type Passage = v.InferOutput<typeof PassageSchema>;

const LinkedSchema = v.object({ ...place, link: v.string(), by: AccountIdSchema });

/** An emergency change as its rows tell it: the fold of rows 1..seq. */
export const ChangeSchema = v.object({
  foldVersion: v.literal(FOLD_VERSION),
  issueId: IssueIdSchema,
  issueKey: v.string(),
  /** The project of its registration, whose policy it follows. */
  projectId: v.string(),
  currentProjectId: v.string(),
  /** Projects and work types that the issue went to as an emergency change, even if it came back since. */
  strayed: v.array(v.object({ to: v.picklist(['project', 'work-type']), name: v.string(), at: MomentSchema })),
  workType: v.string(),
  seq: count,
  headHash: DigestSchema,
  at: MomentSchema,
  registeredAt: MomentSchema,
  declaredAt: MomentSchema,
  firstRowHash: DigestSchema,
  registerFrom: count,
  number: v.nullable(count),
  policy: PinnedPolicySchema,
  requesters: v.array(AccountIdSchema),
  proposedChange: v.nullable(ProposedChangeSchema),
  openings: v.array(OpeningSchema),
  slots: v.object({ 'engineering-lead': SlotStateSchema, security: SlotStateSchema }),
  acknowledged: v.array(v.object({ ...place, by: AccountIdSchema, slots: v.array(SlotSchema) })),
  reviews: v.object({ peer: v.nullable(ReviewSchema), security: v.nullable(ReviewSchema) }),
  stage: StageSchema,
  /** The highest history id of Jira that these rows took account of, as decimal digits; "0" before the first. */
  historySeen: v.string(),
  /** Entries into deployment and into closure that passed a gate, oldest first. */
  passages: v.array(PassageSchema),
  deployed: v.nullable(v.object({ ...place, by: v.nullable(AccountIdSchema) })),
  evidence: v.array(v.object({ ...LinkedSchema.entries, label: v.string() })),
  postMortem: v.nullable(v.object({ ...LinkedSchema.entries, heldAt: MomentSchema })),
  attendance: v.array(v.object({ ...place, slot: SlotSchema, by: AccountIdSchema })),
  documents: v.object({ 'change-documentation': v.nullable(LinkedSchema), 'pull-request': v.nullable(LinkedSchema) }),
  obligations: v.array(ObligationSchema),
  breaches: v.array(v.object({ ...BreachSchema.entries, seq: count })),
  effects: v.array(EffectStateSchema),
  whereabouts: v.picklist(['here', 'unreachable', 'project-deleted', 'deleted']),
  /** Command id -> the row that answered it and who gave it. */
  commands: v.record(v.string(), v.object({ seq: count, actor: ActorSchema })),
  /** Why this version of the app cannot judge the change, or null. Not null is a closed gate. */
  cannotJudge: v.nullable(v.string()),
});
export type Change = v.InferOutput<typeof ChangeSchema>;

/** The first entry into deployment, which fixes the change's verdict for good. */
export const firstEntry = (change: Change): Passage | undefined =>
  change.passages.find(({ verdict }) => verdict.gate === 'deploy');
