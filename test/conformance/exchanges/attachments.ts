import type { Deed, Sample } from '../support/sample';

function aFile(): FormData {
  const form = new FormData();
  form.append('file', new File(['It broke at noon.'], 'log.txt', { type: 'text/plain' }));
  return form;
}

const attached: Deed = {
  op: 'addAttachment',
  path: '/issue/OPS-1/attachments',
  headers: { 'x-atlassian-token': 'no-check' },
  body: aFile(),
};

const ATTACHMENT = '/attachment/{1.0.id}';
const CONTENT = '/attachment/content/{1.0.id}';

/** Files of issues. */
export const ATTACHMENTS: readonly Sample[] = [
  { ...attached, status: 200 },
  { ...attached, headers: {}, status: 403 },
  { ...attached, path: '/issue/OPS-99/attachments', status: 404 },
  { op: 'getAttachmentMeta', path: '/attachment/meta', status: 200 },
  { op: 'getAttachment', path: ATTACHMENT, after: [attached], status: 200 },
  { op: 'getAttachment', path: '/attachment/1', status: 404 },
  { op: 'getAttachmentContent', path: `${CONTENT}?redirect=false`, after: [attached], status: 200 },
  { op: 'getAttachmentContent', path: CONTENT, after: [attached], status: 303 },
  {
    op: 'getAttachmentContent',
    path: `${CONTENT}?redirect=false`,
    headers: { range: 'bytes=0-3' },
    after: [attached],
    status: 206,
  },
  { op: 'getAttachmentContent', path: '/attachment/content/1', status: 404 },
  { op: 'removeAttachment', path: ATTACHMENT, after: [attached], status: 204 },
  { op: 'removeAttachment', path: ATTACHMENT, who: 'ada', after: [attached], status: 403 },
];
