import * as v from 'valibot';
import { MomentSchema } from './ids';

/** A rule that was broken, or an obligation past its due time. The words are what JQL and reports show. */
export const BreachRuleSchema = v.picklist([
  'notification-late',
  'ratification-late',
  'mark-deployed-late',
  'post-mortem-late',
  'change-documentation-late',
  'pull-request-late',
  'deployed-past-gate',
  'deployment-unproven',
  'closed-past-gate',
  'approval-repudiated',
  'requester-approved',
  'deployer-approved',
  'projection-tampered',
  'moved-away',
  'retyped',
  'deleted',
]);
export type BreachRule = v.InferOutput<typeof BreachRuleSchema>;

/** `id` names the rule and what it was broken by, so that the same breach is flagged once. */
export const BreachSchema = v.object({
  id: v.string(),
  rule: BreachRuleSchema,
  /** When it happened, which may be long before it was found. */
  happenedAt: MomentSchema,
  detail: v.string(),
});
export type Breach = v.InferOutput<typeof BreachSchema>;
