import * as v from 'valibot';
import { AccountIdSchema, CommandIdSchema, DigestSchema, IssueIdSchema } from '../domain/ids';
import { SlotSchema } from '../domain/policy';

/** More than the longest text that a person may give, and far less than what a store could choke on. */
const TextSchema = v.pipe(v.string(), v.maxLength(10_000));

const ActSchema = v.variant('kind', [
  v.object({ kind: v.literal('approve'), slot: SlotSchema, comment: TextSchema, expectedDigest: DigestSchema }),
  v.object({ kind: v.literal('reject'), slot: SlotSchema, reason: TextSchema }),
  v.object({ kind: v.literal('lift-rejection'), slot: SlotSchema, reason: TextSchema }),
  v.object({
    kind: v.literal('override-rejection'),
    slot: SlotSchema,
    reason: TextSchema,
    expectedDigest: DigestSchema,
  }),
  v.object({ kind: v.literal('withdraw'), slot: SlotSchema, reason: TextSchema }),
  v.object({ kind: v.literal('propose-change'), link: TextSchema, revision: TextSchema }),
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
