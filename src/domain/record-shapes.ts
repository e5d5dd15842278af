import * as v from 'valibot';
import { AccountIdSchema, MomentSchema } from './ids';
import { StageSchema } from './policy';

/** How somebody who was not at the panel approved, as the person tells it who heard or received it. */
export const ReportSchema = v.object({
  form: v.picklist(['verbal', 'written']),
  witness: AccountIdSchema,
  channel: v.string(),
  saidAt: MomentSchema,
  note: v.string(),
  /** Where the written word can be read; null for a verbal approval. */
  link: v.nullable(v.string()),
});
export type Report = v.InferOutput<typeof ReportSchema>;

export const RiskSchema = v.picklist(['low', 'medium', 'high']);
export type Risk = v.InferOutput<typeof RiskSchema>;

/** What a reviewer attests: the checklist of the procedure, the findings, and where the review can be read. */
export const AttestationSchema = v.object({
  outcome: v.picklist(['passed', 'failed']),
  targeted: v.boolean(),
  necessary: v.boolean(),
  rollbackKnown: v.boolean(),
  riskAssessed: v.boolean(),
  /** Of the security review; null for a peer review. */
  risk: v.nullable(v.object({ level: RiskSchema, why: v.string() })),
  findings: v.string(),
  link: v.string(),
});
export type Attestation = v.InferOutput<typeof AttestationSchema>;

const StatusSchema = v.object({ id: v.string(), name: v.string(), stage: StageSchema });

/** The way from one status to another, as Jira's history tells it. */
export const StatusMoveSchema = v.object({
  at: MomentSchema,
  by: v.nullable(AccountIdSchema),
  from: StatusSchema,
  to: StatusSchema,
});

/**
 * What the gate was worth when the issue passed it. `clean`: it was asked, and opened. `satisfied-ungated`: it was not
 * asked, and would have opened. `bypass`: it would not. `unproven`: that cannot be shown.
 */
export const VerdictSchema = v.object({
  gate: v.picklist(['deploy', 'closure']),
  verdict: v.picklist(['clean', 'satisfied-ungated', 'bypass', 'unproven']),
  /** What was missing then, in sentences. */
  missing: v.array(v.string()),
});
export type Verdict = v.InferOutput<typeof VerdictSchema>;
