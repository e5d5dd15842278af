import * as v from 'valibot';
import { digestOf } from './digest';
import type { LedgerEvent } from './event';
import {
  AccountIdSchema,
  type CommandId,
  CommandIdSchema,
  type Digest,
  DigestSchema,
  type IssueId,
  IssueIdSchema,
  type Moment,
  MomentSchema,
} from './ids';

/** `prevHash` of the first row of a chain. */
export const NO_HASH: Digest = v.parse(DigestSchema, '0'.repeat(64));

/** Who wrote a row: a person, as the platform says, or the app by itself. */
export const ActorSchema = v.union([v.literal('app'), AccountIdSchema]);
export type Actor = v.InferOutput<typeof ActorSchema>;

const RowSchema = v.strictObject({
  version: v.literal(1),
  /** The site; in row 1 only. */
  cloudId: v.optional(v.string()),
  issueId: IssueIdSchema,
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: MomentSchema,
  actor: ActorSchema,
  commandId: CommandIdSchema,
  /** Read one by one by `evolve`, so that an event of a later version is met there and not here. */
  events: v.array(v.looseObject({ type: v.string() })),
  policyVersion: v.pipe(v.number(), v.integer()),
  prevHash: DigestSchema,
  hash: DigestSchema,
});

/** A row of the ledger as it is stored: one decision, all its events, sealed by its hash. */
export type LedgerRow = v.InferOutput<typeof RowSchema>;

/** The place in a chain that the next row follows. */
export interface ChainHead {
  readonly seq: number;
  readonly headHash: Digest;
  readonly at: Moment;
}

export interface RowDraft {
  readonly issueId: IssueId;
  readonly cloudId?: string;
  readonly now: Moment;
  readonly actor: Actor;
  readonly commandId: CommandId;
  readonly events: readonly LedgerEvent[];
  readonly policyVersion: number;
}

/** Most bytes of a row as JSON. Every text in it is capped long before, with a message to its writer. */
export const MAX_ROW_BYTES = 32 * 1024;

const later = (a: Moment, b: Moment): Moment => (a > b ? a : b);

/** The row that follows `head` (undefined: the first of its chain). Its time is never before that of the row before. */
export function sealRow(draft: RowDraft, head: ChainHead | undefined): LedgerRow {
  const open = {
    version: 1 as const,
    ...(draft.cloudId === undefined ? {} : { cloudId: draft.cloudId }),
    issueId: draft.issueId,
    seq: (head?.seq ?? 0) + 1,
    at: head === undefined ? draft.now : later(draft.now, head.at),
    actor: draft.actor,
    commandId: draft.commandId,
    events: draft.events.map((event) => ({ ...event })),
    policyVersion: draft.policyVersion,
    prevHash: head?.headHash ?? NO_HASH,
  };
  const row = { ...open, hash: digestOf(open) };
  const bytes = Buffer.byteLength(JSON.stringify(row));
  if (bytes > MAX_ROW_BYTES)
    throw new RangeError(`A row of ${bytes} bytes does not fit: ${MAX_ROW_BYTES} is the most.`);
  return row;
}

/** A row that cannot be believed: unreadable, altered, or out of its place. Whoever meets it cannot judge the change. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain';
}

/** The stored row that follows `head`. Throws BrokenChain unless it is whole, unaltered and in its place. */
export function readRow(stored: unknown, issueId: IssueId, head: ChainHead | undefined): LedgerRow {
  const parsed = v.safeParse(RowSchema, stored);
  const seq = (head?.seq ?? 0) + 1;
  const where = `Row ${seq} of issue ${issueId}`;
  if (!parsed.success) throw new BrokenChain(`${where} cannot be read.`);
  const { hash, ...open } = parsed.output;
  if (digestOf(open) !== hash) throw new BrokenChain(`${where} was altered.`);
  if (open.issueId !== issueId || open.seq !== seq) throw new BrokenChain(`${where} belongs elsewhere.`);
  if (open.prevHash !== (head?.headHash ?? NO_HASH)) throw new BrokenChain(`${where} does not follow the row before.`);
  if (head !== undefined && open.at < head.at) throw new BrokenChain(`${where} is dated before the row before.`);
  return parsed.output;
}
