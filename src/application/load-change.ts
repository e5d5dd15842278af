import * as v from 'valibot';
import { type Change, ChangeSchema, FOLD_VERSION } from '../domain/change';
import { evolve, headOf } from '../domain/evolve';
import type { IssueId } from '../domain/ids';
import { BrokenChain, type LedgerRow, readRow } from '../domain/row';
import type { Ports } from './ports';

type Stores = Pick<Ports, 'ledger' | 'checkpoints'>;

export interface ReadChange {
  readonly change: Change;
  /** Rows that no checkpoint holds yet. */
  readonly rowsAhead: number;
}

/**
 * The change as all its rows tell it, or undefined if it is not registered: the checkpoint, rolled forward until a row
 * is not there. Two reads when the checkpoint is at the head. Throws when the storage fails or a row cannot be believed.
 */
export async function readChange({ ledger, checkpoints }: Stores, issueId: IssueId): Promise<ReadChange | undefined> {
  const kept = readCheckpoint(await checkpoints.checkpoint(issueId), issueId);
  const start = kept ?? (await firstRow(ledger, issueId));
  if (start === undefined) return undefined;
  const change = await catchUp({ ledger }, start);
  return { change, rowsAhead: change.seq - (kept?.seq ?? 0) };
}

async function firstRow(ledger: Stores['ledger'], issueId: IssueId): Promise<Change | undefined> {
  const stored = await ledger.row(issueId, 1);
  return stored === undefined ? undefined : evolve(undefined, readRow(stored, issueId, undefined));
}

/** As `readChange`, for those who only want the change. */
export async function loadChange(stores: Stores, issueId: IssueId): Promise<Change | undefined> {
  return (await readChange(stores, issueId))?.change;
}

/** The change with the rows that others have written after it. Throws as `readChange` does. */
export async function catchUp({ ledger }: Pick<Stores, 'ledger'>, known: Change): Promise<Change> {
  for (let change = known; ;) {
    const stored = await ledger.row(change.issueId, change.seq + 1);
    if (stored === undefined) return change;
    change = evolve(change, readRow(stored, change.issueId, headOf(change)));
  }
}

/** All rows of a change, each checked against the one before. Throws BrokenChain where the chain does not hold. */
export async function readRows({ ledger }: Pick<Ports, 'ledger'>, change: Change): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (const stored of await ledger.rows(change.issueId, change.seq)) {
    const before = rows.at(-1);
    rows.push(readRow(stored, change.issueId, before && { seq: before.seq, headHash: before.hash, at: before.at }));
  }
  if (rows.at(-1)?.hash !== change.headHash) {
    throw new BrokenChain(`The rows of issue ${change.issueId} do not end where its checkpoint does.`);
  }
  return rows;
}

/** A checkpoint of an older fold is folded again from row 1; one of a newer fold cannot be judged by this version. */
function readCheckpoint(stored: unknown, issueId: IssueId): Change | undefined {
  if (stored === undefined) return undefined;
  const version = v.safeParse(v.object({ foldVersion: v.number() }), stored);
  if (version.success && version.output.foldVersion < FOLD_VERSION) return undefined;
  const parsed = v.safeParse(ChangeSchema, stored);
  if (!parsed.success || parsed.output.issueId !== issueId) {
    throw new BrokenChain(`The checkpoint of issue ${issueId} cannot be read by this version of the app.`);
  }
  return parsed.output;
}
