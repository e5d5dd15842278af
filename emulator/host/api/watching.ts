import * as v from 'valibot';
import { call } from './call';
import { issuePath } from './issues';
import type { Reply } from './reply';

/** The account starts to watch the issue. */
export const watchIssue = (key: string, accountId: string): Promise<Reply<unknown>> =>
  call(v.unknown(), issuePath(key, '/watchers'), { method: 'POST', body: accountId });

export const stopWatching = (key: string, accountId: string): Promise<Reply<unknown>> =>
  call(v.unknown(), issuePath(key, '/watchers'), { method: 'DELETE', query: { accountId } });
