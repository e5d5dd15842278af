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
    // A change is mostly known already; only young ones are tried as new ones first.
    const [first, second] = change.seq <= YOUNG ? [create, replaceUpTo] : [replaceUpTo, create];
    if ((await first(value)) === 'kept') return;
    const stored = await readEntity(ENTITY, change.issueId);
    const isLater = stored !== undefined && v.parse(StoredSchema, stored).seq > change.seq;
    if (isLater || (await second(value)) === 'kept') return;
    // Another writer may have come between the two; what stands now decides.
    const standing = v.parse(StoredSchema, await readEntity(ENTITY, change.issueId));
    if (standing.seq < change.seq) throw new Error(`The checkpoint of issue ${change.issueId} could not be kept.`);
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

/** Rows that a change has by its registration alone. */
const YOUNG = 2;

/** Any failure may have come after the write; the caller looks at what stands. */
async function create(value: Entry): Promise<'kept' | 'unclear'> {
  try {
    await kvs.entity<object>(ENTITY).set(value.issueId, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    return 'kept';
  } catch {
    return 'unclear';
  }
}

/** The condition is checked with the write, so that of two writers the later state stays. */
async function replaceUpTo(value: Entry): Promise<'kept' | 'unclear'> {
  const notLater = new Filter<Entry>().and('seq', FilterConditions.lessThanEqualTo(value.seq));
  try {
    await kvs.transact().set(value.issueId, value, { entityName: ENTITY, conditions: notLater }).execute();
    return 'kept';
  } catch {
    return 'unclear';
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
