import type { LedgerStore } from '../../application/ports';
import type { IssueId } from '../../domain/ids';
import { appendOnce, readEntity } from './append-once';
import { readBatch } from './read-batch';

const ENTITY = 'ledger';
const keyOf = (issueId: IssueId, seq: number) => `${issueId}:${seq}`;

/** The ledger in the entity `ledger`, one value a row. */
export const kvsLedger: LedgerStore = {
  row: (issueId, seq) => readEntity(ENTITY, keyOf(issueId, seq)),
  rows: (issueId, last) =>
    readBatch(
      ENTITY,
      Array.from({ length: last }, (_, index) => keyOf(issueId, index + 1)),
    ),
  append: (row) => appendOnce(ENTITY, keyOf(row.issueId, row.seq), row),
};
