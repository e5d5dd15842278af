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
  let change = readCheckpoint(await checkpoints.checkpoint(issueId), issueId);
  for (let rowsAhead = 0; ; rowsAhead += 1) {
    const head = headOf(change);
    const stored = await ledger.row(issueId, (head?.seq ?? 0) + 1);
    if (stored === undefined) return change && { change, rowsAhead };
    change = evolve(change, readRow(stored, issueId, head));
  }
}

/** As `readChange`, for those who only want the change. */
export async function loadChange(stores: Stores, issueId: IssueId): Promise<Change | undefined> {
  return (await readChange(stores, issueId))?.change;
}

/** As `loadChange`, for a change that is known to be registered. Throws if its ledger is gone. */
export async function reloadChange(stores: Stores, issueId: IssueId): Promise<Change> {
  const change = await loadChange(stores, issueId);
  if (change === undefined) throw new Error(`The ledger of issue ${issueId} is gone.`);
  return change;
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
