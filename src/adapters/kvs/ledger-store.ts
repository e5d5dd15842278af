import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { LedgerStore } from '../../application/ports';
import type { IssueId } from '../../domain/ids';
import { appendOnce, readEntity } from './append-once';

const ENTITY = 'ledger';
const keyOf = (issueId: IssueId, seq: number) => `${issueId}:${seq}`;

/** Most keys of one batch. */
const BATCH = 25;

/** One key of a batch that is not there; any other failure is one. */
const NotFoundSchema = v.object({ error: v.object({ code: v.literal('KEY_NOT_FOUND') }) });

/** The ledger in the entity `ledger`, one value a row. */
export const kvsLedger: LedgerStore = {
  row: (issueId, seq) => readEntity(ENTITY, keyOf(issueId, seq)),
  async rows(issueId, last) {
    const keys = Array.from({ length: last }, (_, index) => keyOf(issueId, index + 1));
    const found = new Map<string, unknown>();
    for (let start = 0; start < keys.length; start += BATCH) {
      const items = keys.slice(start, start + BATCH).map((key) => ({ key, entityName: ENTITY }));
      const { successfulKeys, failedKeys } = await kvs.batchGet<unknown>(items);
      for (const { key, value } of successfulKeys) found.set(key, value);
      const failed = failedKeys.find((one) => !v.is(NotFoundSchema, one));
      if (failed !== undefined) throw new Error(`Row ${failed.key} could not be read.`);
    }
    return keys.map((key) => found.get(key));
  },
  append: (row) => appendOnce(ENTITY, keyOf(row.issueId, row.seq), row),
};
