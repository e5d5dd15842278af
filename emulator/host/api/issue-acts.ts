import * as v from 'valibot';
import { call } from './call';
import { issuePath } from './issues';
import type { Reply } from './reply';

/** Subtasks go with it. */
export const deleteIssue = (key: string): Promise<Reply<unknown>> =>
  call(v.unknown(), issuePath(key), { method: 'DELETE', query: { deleteSubtasks: 'true' } });

const CopySchema = v.object({ id: v.string(), key: v.string() });

/** Jira's REST API has no clone: on the pages of Jira it is made by Jira itself. */
export const cloneIssue = (key: string): Promise<Reply<v.InferOutput<typeof CopySchema>>> =>
  call(CopySchema, `/emulator/issues/${encodeURIComponent(key)}/clone`, { method: 'POST', body: {} });
