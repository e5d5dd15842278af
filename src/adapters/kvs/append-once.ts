import { kvs } from '@forge/kvs';
import * as v from 'valibot';

const NotFoundSchema = v.object({ code: v.literal('KEY_NOT_FOUND') });

/** The stored value, or undefined exactly when the storage says that the key is not there. */
export async function readEntity(entityName: string, key: string): Promise<unknown> {
  try {
    return await kvs.entity<unknown>(entityName).get(key);
  } catch (failure) {
    if (v.is(NotFoundSchema, failure)) return undefined;
    throw failure;
  }
}

/**
 * Creates `key` and never overwrites it. Any failure may have come after the write, and the code for "already there"
 * is not documented, so the answer is always taken from what stands at the key afterwards: ours, somebody else's, or
 * nothing, and then the failure is thrown.
 */
export async function appendOnce(
  entityName: string,
  key: string,
  value: { readonly hash: string },
): Promise<'appended' | 'taken'> {
  try {
    await kvs.entity<object>(entityName).set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    return 'appended';
  } catch (failure) {
    const standing = await readEntity(entityName, key);
    if (standing === undefined) throw failure;
    return v.is(v.object({ hash: v.literal(value.hash) }), standing) ? 'appended' : 'taken';
  }
}
