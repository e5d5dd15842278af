import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { SettingsStore } from '../../application/ports';
import { appendOnce, readEntity } from './append-once';
import { readBatch } from './read-batch';

const ENTITY = 'policy';
const WORK_TYPES = 'emergency-work-types';
const IssueIdTextSchema = v.string();
const keyOf = (projectId: string, seq: number) => `${projectId}:${seq}`;
const noticeKey = (projectId: string, place: number) => `notices:${projectId}:${place}`;

/** Rows read at once where it is not known how many there are. */
const STRIDE = 20;

/** Most projects of one page. */
const PAGE = 100;

const countToLast = (rows: readonly unknown[]): number => rows.findLastIndex((row) => row !== undefined) + 1;
const hasGap = (rows: readonly unknown[]): boolean =>
  rows.indexOf(undefined) < countToLast(rows) && rows.includes(undefined);

/** The settings of projects in the entity `policy`, one value a row. */
export const kvsSettings: SettingsStore = {
  row: (projectId, seq) => readEntity(ENTITY, keyOf(projectId, seq)),
  async rows(projectId) {
    const rows: unknown[] = [];
    for (;;) {
      const keys = Array.from({ length: STRIDE }, (_, index) => keyOf(projectId, rows.length + index + 1));
      const first = await readBatch(ENTITY, keys);
      // A row that is missing before another one may have been written while the batch was read.
      const found = hasGap(first) ? await readBatch(ENTITY, keys) : first;
      const count = countToLast(found);
      rows.push(...found.slice(0, count));
      if (count < STRIDE) return rows;
    }
  },
  append: (row) => appendOnce(ENTITY, keyOf(row.projectId, row.seq), row),
  async projects() {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const query = kvs
        .entity<{ projectId: string }>(ENTITY)
        .query()
        .index('by-seq', { partition: [1] })
        .limit(PAGE);
      const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
      ids.push(...page.results.map(({ value }) => v.parse(v.string(), value.projectId)));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return ids;
  },
  workTypes: async () => v.parse(v.optional(v.array(v.string()), []), await kvs.get<unknown>(WORK_TYPES)),
  rememberWorkTypes: (workTypes) => kvs.set(WORK_TYPES, workTypes),
  async noticeIssues(projectId) {
    const issueIds: string[] = [];
    for (;;) {
      const found = await kvs.get<unknown>(noticeKey(projectId, issueIds.length + 1));
      if (found === undefined) return issueIds;
      issueIds.push(v.parse(IssueIdTextSchema, found));
    }
  },
  async keepNoticeIssue(projectId, place, issueId) {
    const key = noticeKey(projectId, place);
    try {
      await kvs.set(key, issueId, { keyPolicy: 'FAIL_IF_EXISTS' });
      return issueId;
    } catch (failure) {
      // As with `appendOnce`, what stands there decides, since any failure may have come after the write.
      const standing = await kvs.get<unknown>(key);
      if (standing === undefined) throw failure;
      return v.parse(IssueIdTextSchema, standing);
    }
  },
};
