import * as v from 'valibot';
import { call } from './call';
import { mapReply, type Reply } from './reply';

const EntrySchema = v.object({
  id: v.string(),
  /** ISO 8601. */
  at: v.string(),
  kind: v.picklist(['email', 'mention']),
  issueId: v.string(),
  issueKey: v.string(),
  subject: v.string(),
  text: v.nullish(v.string()),
  html: v.nullish(v.string()),
  /** Account ids. */
  from: v.nullish(v.string()),
  to: v.array(v.string()),
});
/** A message that the site would have sent: an e-mail, or a mention in somebody's bell. */
export type OutboxEntry = v.InferOutput<typeof EntrySchema>;

const OutboxSchema = v.union([
  v.array(EntrySchema),
  v.pipe(
    v.object({ entries: v.array(EntrySchema) }),
    v.transform(({ entries }) => entries),
  ),
]);

/** Newest first. */
export async function readOutbox(): Promise<Reply<readonly OutboxEntry[]>> {
  return mapReply(await call(OutboxSchema, '/emulator/outbox'), (entries) =>
    [...entries].sort((one, other) => other.at.localeCompare(one.at) || Number(other.id) - Number(one.id)),
  );
}
