import { attachmentOf } from './attachment-of';
import { JiraError } from './errors';
import { type Operation } from './operation';

/** Jira redirects to its media store; here the same address without redirection takes that part. */
export const getAttachmentContent: Operation = {
  operationId: 'getAttachmentContent',
  method: 'GET',
  path: '/attachment/content/{id}',
  query: ['redirect'],
  handle: (call) => {
    const { attachment } = attachmentOf(call);
    if (call.query.get('redirect') !== 'false') {
      const location = `${call.jira.baseUrl()}/rest/api/3/attachment/content/${attachment.id}?redirect=false`;
      return new Response(null, { status: 303, headers: { location } });
    }
    const bytes = Buffer.from(attachment.content, 'base64');
    const headers = {
      'content-type': attachment.mimeType,
      // A file from somebody is downloaded, never shown as a page of the site.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    };
    const range = rangeOf(call.request.headers.get('range'), bytes.length);
    if (range === undefined) return new Response(bytes, { headers });
    const [start, end] = range;
    const contentRange = `bytes ${start}-${end}/${bytes.length}`;
    return new Response(bytes.subarray(start, end + 1), {
      status: 206,
      headers: { ...headers, 'content-range': contentRange },
    });
  },
};

/** First and last byte, both inclusive; undefined if all of it is wanted. 400 for a malformed header, 416 out of bounds. */
function rangeOf(header: string | null, length: number): readonly [number, number] | undefined {
  if (header === null) return undefined;
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (from === '' && to === '') throw new JiraError(400, ['The Range header is malformed.']);
  const start = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  if (start > end) throw new JiraError(416, ['The range cannot be satisfied.']);
  return [start, end];
}
