import { Filter, FilterConditions, kvs } from '@forge/kvs';
import * as v from 'valibot';
import { addHours } from 'date-fns';
import type { CheckpointStore } from '../../application/ports';
import type { Change } from '../../domain/change';
import { readEntity } from './append-once';

const ENTITY = 'change';

/** An open change is looked at again at least this often, so that what a crash left is repaired. */
const VISIT_AFTER_HOURS = 24;

const StoredSchema = v.object({ seq: v.number(), state: v.unknown() });

/** Checkpoints in the entity `change`: the folded state, and beside it what the indexes need. */
export const kvsCheckpoints: CheckpointStore = {
  async checkpoint(issueId) {
    const stored = await readEntity(ENTITY, issueId);
    return stored === undefined ? undefined : v.parse(StoredSchema, stored).state;
  },
  async save(change) {
    const value = entryOf(change);
    try {
      await kvs.entity<object>(ENTITY).set(change.issueId, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    } catch (failure) {
      const stored = await readEntity(ENTITY, change.issueId);
      if (stored === undefined) throw failure;
      if (v.parse(StoredSchema, stored).seq >= change.seq) return;
      await replaceOlder(change, value);
    }
  },
};

/** The condition is checked with the write, so that of two writers the later state stays. */
async function replaceOlder(change: Change, value: ReturnType<typeof entryOf>): Promise<void> {
  const older = new Filter<typeof value>().and('seq', FilterConditions.lessThan(change.seq));
  try {
    await kvs.transact().set(change.issueId, value, { entityName: ENTITY, conditions: older }).execute();
  } catch (failure) {
    const stored = v.parse(StoredSchema, await readEntity(ENTITY, change.issueId));
    if (stored.seq < change.seq) throw failure;
  }
}

const entryOf = (change: Change) => ({
  issueId: change.issueId,
  projectId: change.projectId,
  month: change.registeredAt.slice(0, 7),
  openState: 'open',
  nextActionAt: addHours(new Date(change.at), VISIT_AFTER_HOURS).toISOString(),
  ...(change.number === null ? {} : { number: change.number }),
  seq: change.seq,
  headHash: change.headHash,
  state: change,
});
