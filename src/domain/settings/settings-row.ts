import * as v from 'valibot';
import { digestOf } from '../digest';
import {
  AccountIdSchema,
  type CommandId,
  CommandIdSchema,
  type Digest,
  DigestSchema,
  type Moment,
  MomentSchema,
} from '../ids';
import { PolicySchema } from '../policy';
import { type Actor, ActorSchema, BrokenChain, type ChainHead, NO_HASH } from '../row';
import { SettingsDraftSchema } from './settings-draft';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What a row of a project's settings tells. */
const EntrySchema = v.variant('kind', [
  v.object({
    kind: v.literal('saved'),
    version: count,
    draft: SettingsDraftSchema,
    /** What follows from the draft, with the public holidays as they were known then. */
    policy: PolicySchema,
    note: v.string(),
  }),
  /** A second administrator agrees to what this version loosens. */
  v.object({ kind: v.literal('confirmed'), version: count }),
  /** Both groups were told what this version loosens. */
  v.object({ kind: v.literal('noticed'), version: count }),
  /** The set-up check found something else than the time before. */
  v.object({
    kind: v.literal('checked'),
    holes: v.array(v.string()),
    warnings: v.array(v.string()),
    unread: v.array(v.string()),
    /** Holes that the check before did not find. */
    worse: v.array(v.string()),
  }),
  /** The administrators were told of these holes. */
  v.object({ kind: v.literal('told'), holes: v.array(v.string()) }),
  /** The set-up has made something in Jira, with the rights of the person who wrote the row. */
  v.object({ kind: v.literal('set-up'), stepId: v.string(), what: v.string() }),
]);
export type SettingsEntry = v.InferOutput<typeof EntrySchema>;

const SettingsRowSchema = v.strictObject({
  version: v.literal(1),
  /** Jira's id of the project, or `site` for what new projects start from. */
  projectId: v.string(),
  seq: count,
  at: MomentSchema,
  actor: ActorSchema,
  commandId: CommandIdSchema,
  entry: EntrySchema,
  prevHash: DigestSchema,
  hash: DigestSchema,
});

/** A row of a project's settings as it is stored: one act, sealed by its hash to the row before. */
export type SettingsRow = v.InferOutput<typeof SettingsRowSchema>;

export interface SettingsRowDraft {
  readonly projectId: string;
  readonly now: Moment;
  readonly actor: Actor;
  readonly commandId: CommandId;
  readonly entry: SettingsEntry;
}

/** Most bytes of a row as JSON: half of what the storage takes. */
const MAX_SETTINGS_BYTES = 120 * 1024;

export function sealSettingsRow({ now, ...draft }: SettingsRowDraft, head: ChainHead | undefined): SettingsRow {
  const at = head !== undefined && head.at > now ? head.at : now;
  const open = {
    version: 1 as const,
    ...draft,
    seq: (head?.seq ?? 0) + 1,
    at,
    prevHash: head?.headHash ?? NO_HASH,
  };
  const row = { ...open, hash: digestOf(open) };
  const bytes = Buffer.byteLength(JSON.stringify(row));
  if (bytes > MAX_SETTINGS_BYTES) throw new RangeError(`Settings of ${bytes} bytes do not fit.`);
  return row;
}

/** The stored row that follows `head`. Throws BrokenChain unless it is whole, known, unaltered and in its place. */
export function readSettingsRow(stored: unknown, projectId: string, head: ChainHead | undefined): SettingsRow {
  const parsed = v.safeParse(SettingsRowSchema, stored);
  const where = `Row ${(head?.seq ?? 0) + 1} of the settings of project ${projectId}`;
  if (!parsed.success) throw new BrokenChain(`${where} cannot be read.`);
  const { hash, ...open } = parsed.output;
  if (digestOf(open) !== hash) throw new BrokenChain(`${where} was altered.`);
  if (open.projectId !== projectId || open.seq !== (head?.seq ?? 0) + 1) {
    throw new BrokenChain(`${where} belongs elsewhere.`);
  }
  const prevHash: Digest = head?.headHash ?? NO_HASH;
  if (open.prevHash !== prevHash) throw new BrokenChain(`${where} does not follow the row before.`);
  if (head !== undefined && open.at < head.at) throw new BrokenChain(`${where} is dated before the row before.`);
  return parsed.output;
}

export const settingsHead = (row: SettingsRow): ChainHead => ({ seq: row.seq, headHash: row.hash, at: row.at });

/** People only: the app saves and confirms nothing. */
export const personOf = (row: SettingsRow) => v.parse(AccountIdSchema, row.actor);
