import * as v from 'valibot';
import { AccountIdSchema, CommandIdSchema, DigestSchema, IssueIdSchema, MomentSchema } from '../domain/ids';
import { DocumentKindSchema, ReviewKindSchema, SlotSchema } from '../domain/policy';
import { AttestationSchema } from '../domain/record-shapes';

/** More than the longest text that a person may give, and far less than what a store could choke on. */
const TextSchema = v.pipe(v.string(), v.maxLength(10_000));

const slot = SlotSchema;
const expectedDigest = DigestSchema;
const reason = TextSchema;
const link = TextSchema;

const ActSchema = v.variant('kind', [
  v.object({ kind: v.literal('acknowledge') }),
  v.object({ kind: v.literal('approve'), slot, comment: TextSchema, expectedDigest }),
  v.object({
    kind: v.literal('report-approval'),
    slot,
    form: v.picklist(['verbal', 'written']),
    approver: AccountIdSchema,
    channel: TextSchema,
    saidAt: MomentSchema,
    note: TextSchema,
    link,
    expectedDigest,
  }),
  v.object({ kind: v.literal('ratify'), slot, expectedDigest }),
  v.object({ kind: v.literal('repudiate'), slot, reason }),
  v.object({ kind: v.literal('reject'), slot, reason }),
  v.object({ kind: v.literal('lift-rejection'), slot, reason }),
  v.object({ kind: v.literal('override-rejection'), slot, reason, expectedDigest }),
  v.object({ kind: v.literal('withdraw'), slot, reason }),
  v.object({ kind: v.literal('propose-change'), link, revision: TextSchema }),
  v.object({
    kind: v.literal('review'),
    review: ReviewKindSchema,
    attestation: v.object({ ...AttestationSchema.entries, findings: TextSchema, link }),
    expectedDigest,
  }),
  v.object({ kind: v.literal('link-evidence'), link, label: TextSchema }),
  v.object({ kind: v.literal('record-post-mortem'), heldAt: MomentSchema, link }),
  v.object({ kind: v.literal('confirm-attendance'), slot }),
  v.object({ kind: v.literal('link-document'), document: DocumentKindSchema, link }),
]);

const ActRequestSchema = v.object({ commandId: CommandIdSchema, act: ActSchema });

/** What the panel asks for. Throws a ValiError for anything that the panel could not have sent. */
export const readActRequest = (payload: unknown) => v.parse(ActRequestSchema, payload);

const PanelContextSchema = v.pipe(
  v.object({
    accountId: AccountIdSchema,
    installContext: v.string(),
    extension: v.object({ issue: v.object({ id: IssueIdSchema }) }),
  }),
  v.transform(({ accountId, installContext, extension }) => ({
    accountId,
    installContext,
    issueId: extension.issue.id,
  })),
);

/**
 * Who looks at which issue. The account is the platform's principal; the issue is only where the panel says it is, so
 * every use case reads it with that person's own rights first. Throws for an anonymous visitor.
 */
export const readPanelContext = (context: unknown) => v.parse(PanelContextSchema, context);
