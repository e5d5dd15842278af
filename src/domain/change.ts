import * as v from 'valibot';
import { ContentSeenSchema, ProposedChangeSchema } from './content';
import { AccountIdSchema, DigestSchema, IssueIdSchema, MomentSchema } from './ids';
import { AuthoritySchema, PinnedPolicySchema } from './policy';
import { ActorSchema } from './row';

/** Raised whenever `evolve` gives old rows a new meaning or keeps more of them: older checkpoints are folded again. */
export const FOLD_VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const ApprovalSchema = v.object({
  seq: count,
  at: MomentSchema,
  by: AccountIdSchema,
  comment: v.string(),
  content: ContentSeenSchema,
  authority: AuthoritySchema,
  retroactive: v.boolean(),
});
export type Approval = v.InferOutput<typeof ApprovalSchema>;

const RejectionSchema = v.object({ seq: count, at: MomentSchema, by: AccountIdSchema, reason: v.string() });
export type Rejection = v.InferOutput<typeof RejectionSchema>;

/** `rejections` are those that still stand. */
const SlotStateSchema = v.object({ approval: v.nullable(ApprovalSchema), rejections: v.array(RejectionSchema) });
export type SlotState = v.InferOutput<typeof SlotStateSchema>;

/** An emergency change as its rows tell it: the fold of rows 1..seq. */
export const ChangeSchema = v.object({
  foldVersion: v.literal(FOLD_VERSION),
  issueId: IssueIdSchema,
  projectId: v.string(),
  seq: count,
  headHash: DigestSchema,
  at: MomentSchema,
  registeredAt: MomentSchema,
  firstRowHash: DigestSchema,
  registerFrom: count,
  number: v.nullable(count),
  policy: PinnedPolicySchema,
  requesters: v.array(AccountIdSchema),
  proposedChange: v.nullable(ProposedChangeSchema),
  /** The last time the approvals gate opened, for a deployment that started or was about to. */
  opening: v.nullable(v.object({ seq: count, at: MomentSchema, digest: DigestSchema })),
  slots: v.object({ 'engineering-lead': SlotStateSchema, security: SlotStateSchema }),
  /** Command id -> the row that answered it and who gave it. */
  commands: v.record(v.string(), v.object({ seq: count, actor: ActorSchema })),
  /** Why this version of the app cannot judge the change, or null. Not null is a closed gate. */
  cannotJudge: v.nullable(v.string()),
});
export type Change = v.InferOutput<typeof ChangeSchema>;
