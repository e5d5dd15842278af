import * as v from 'valibot';
import { call } from './call';
import { PersonSchema } from './issue-shape';
import { issuePath } from './issues';
import type { Reply } from './reply';

const CommentSchema = v.object({
  id: v.string(),
  author: v.nullish(PersonSchema),
  body: v.unknown(),
  created: v.string(),
  updated: v.nullish(v.string()),
});
export type Comment = v.InferOutput<typeof CommentSchema>;

const CommentPageSchema = v.object({ comments: v.array(CommentSchema), total: v.number() });
export type CommentPage = v.InferOutput<typeof CommentPageSchema>;

/** The newest comments first, at most 100. */
export const readComments = (key: string): Promise<Reply<CommentPage>> =>
  call(CommentPageSchema, issuePath(key, '/comment'), { query: { orderBy: '-created', maxResults: 100 } });

const commentPath = (key: string, id: string): string => issuePath(key, `/comment/${encodeURIComponent(id)}`);

/** `body` is an ADF document. */
export const addComment = (key: string, body: unknown): Promise<Reply<unknown>> =>
  call(v.unknown(), issuePath(key, '/comment'), { method: 'POST', body: { body } });

export const editComment = (key: string, id: string, body: unknown): Promise<Reply<unknown>> =>
  call(v.unknown(), commentPath(key, id), { method: 'PUT', body: { body } });

export const deleteComment = (key: string, id: string): Promise<Reply<unknown>> =>
  call(v.unknown(), commentPath(key, id), { method: 'DELETE' });
