import * as v from 'valibot';
import { call } from './call';
import { PersonSchema } from './issue-shape';
import { issuePath } from './issues';
import type { Reply } from './reply';

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

/** Oldest first, as the endpoint has it; at most 100. */
export const readHistory = (key: string): Promise<Reply<HistoryPage>> =>
  call(HistoryPageSchema, issuePath(key, '/changelog'), { query: { maxResults: 100 } });
