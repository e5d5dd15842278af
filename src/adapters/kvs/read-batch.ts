import { kvs } from '@forge/kvs';
import * as v from 'valibot';

/** Most keys of one batch. */
const BATCH = 25;

/** One key of a batch that is not there; any other failure is one. */
const NotFoundSchema = v.object({ error: v.object({ code: v.literal('KEY_NOT_FOUND') }) });

/** The stored values in the order of `keys`; undefined exactly where the storage says that the key is not there. */
export async function readBatch(entityName: string, keys: readonly string[]): Promise<readonly unknown[]> {
  const found = new Map<string, unknown>();
  for (let start = 0; start < keys.length; start += BATCH) {
    const items = keys.slice(start, start + BATCH).map((key) => ({ key, entityName }));
    const { successfulKeys, failedKeys } = await kvs.batchGet<unknown>(items);
    for (const { key, value } of successfulKeys) found.set(key, value);
    const failed = failedKeys.find((one) => !v.is(NotFoundSchema, one));
    if (failed !== undefined) throw new Error(`Row ${failed.key} could not be read.`);
  }
  return keys.map((key) => found.get(key));
}
