import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import type { Attention, CheckpointStore } from '../../application/ports';
import type { Change } from '../../domain/change';
import { type IssueId, IssueIdSchema } from '../../domain/ids';
import { readEntity } from './append-once';

const ENTITY = 'change';

const StoredSchema = v.object({ seq: v.number(), state: v.unknown() });

/** Checkpoints in the entity `change`: the folded state, and beside it what the indexes need. */
export const kvsCheckpoints: CheckpointStore = {
  async checkpoint(issueId) {
    const stored = await readEntity(ENTITY, issueId);
    return stored === undefined ? undefined : v.parse(StoredSchema, stored).state;
  },
  async save(change, attention) {
    const value = entryOf(change, attention);
    try {
      await kvs.entity<object>(ENTITY).set(change.issueId, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    } catch (failure) {
      const stored = await readEntity(ENTITY, change.issueId);
      if (stored === undefined) throw failure;
      if (v.parse(StoredSchema, stored).seq > change.seq) return;
      await replaceUpTo(change, value);
    }
  },
  due: (now, limit) =>
    idsOf(
      kvs
        .entity<Entry>(ENTITY)
        .query()
        .index('due', { partition: ['open'] })
        .where(WhereConditions.lessThanEqualTo(now)),
      limit,
    ),
  ofProject: (projectId, limit) =>
    idsOf(
      kvs
        .entity<Entry>(ENTITY)
        .query()
        .index('by-project', { partition: [projectId, 'open'] }),
      limit,
    ),
};

/** The condition is checked with the write, so that of two writers the later state stays. */
async function replaceUpTo(change: Change, value: Entry): Promise<void> {
  const notLater = new Filter<Entry>().and('seq', FilterConditions.lessThanEqualTo(change.seq));
  try {
    await kvs.transact().set(change.issueId, value, { entityName: ENTITY, conditions: notLater }).execute();
  } catch (failure) {
    const stored = v.parse(StoredSchema, await readEntity(ENTITY, change.issueId));
    if (stored.seq <= change.seq) throw failure;
  }
}

const entryOf = (change: Change, { state, nextActionAt }: Attention) => ({
  issueId: change.issueId,
  projectId: change.projectId,
  month: change.registeredAt.slice(0, 7),
  openState: state,
  nextActionAt,
  ...(change.number === null ? {} : { number: change.number }),
  seq: change.seq,
  headHash: change.headHash,
  state: change,
});
type Entry = ReturnType<typeof entryOf>;

/** Most rows of one page of a query. */
const PAGE = 100;

const PageSchema = v.object({
  results: v.array(v.object({ key: IssueIdSchema })),
  nextCursor: v.optional(v.string()),
});

interface Query {
  sort(order: Sort): Query;
  limit(count: number): Query;
  cursor(cursor: string): Query;
  getMany(): Promise<unknown>;
}

async function idsOf(query: Query, limit: number): Promise<readonly IssueId[]> {
  const ids: IssueId[] = [];
  let next = query.sort(Sort.ASC).limit(Math.min(PAGE, limit));
  for (;;) {
    const { results, nextCursor } = v.parse(PageSchema, await next.getMany());
    ids.push(...results.map(({ key }) => key));
    if (nextCursor === undefined || ids.length >= limit) return ids.slice(0, limit);
    next = next.cursor(nextCursor);
  }
}
