import * as v from 'valibot';
import { call } from './call';
import { PersonSchema } from './issue-shape';
import { issuePath } from './issues';
import { ok, type Reply } from './reply';

const ChangeSchema = v.object({
  field: v.string(),
  fromString: v.nullish(v.string()),
  toString: v.nullish(v.string()),
});
export type Change = v.InferOutput<typeof ChangeSchema>;

const HistorySchema = v.object({
  id: v.string(),
  author: v.nullish(PersonSchema),
  created: v.string(),
  items: v.array(ChangeSchema),
});
export type History = v.InferOutput<typeof HistorySchema>;

const HistoryPageSchema = v.object({ values: v.array(HistorySchema), total: v.number() });
export type HistoryPage = v.InferOutput<typeof HistoryPageSchema>;

const PAGE = 100;

/** The newest entries, oldest first, as the endpoint has them; `wanted` is how many. */
export async function readHistory(key: string, wanted: number = PAGE): Promise<Reply<HistoryPage>> {
  const first = await readPage(key, 0);
  if (first.kind !== 'ok' || first.value.total <= PAGE) return first;
  const { total } = first.value;
  const start = Math.max(0, total - wanted);
  const values: History[] = [];
  for (let at = start; at < total; at += PAGE) {
    const page = await readPage(key, at);
    if (page.kind !== 'ok') return page;
    values.push(...page.value.values);
  }
  return ok({ values, total });
}

const readPage = (key: string, startAt: number): Promise<Reply<HistoryPage>> =>
  call(HistoryPageSchema, issuePath(key, '/changelog'), { query: { startAt, maxResults: PAGE } });
