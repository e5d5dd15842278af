import * as v from 'valibot';
import { call } from './call';
import { issuePath } from './issues';
import type { Reply } from './reply';

export function attachFiles(key: string, files: readonly File[]): Promise<Reply<unknown>> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  return call(v.unknown(), issuePath(key, '/attachments'), { method: 'POST', form });
}

export const deleteAttachment = (id: string): Promise<Reply<unknown>> =>
  call(v.unknown(), `/rest/api/3/attachment/${encodeURIComponent(id)}`, { method: 'DELETE' });
