import { attach, attachmentJson, type SentFile } from '../issue-attachments';
import { browsedIssue, callerId, demand } from '../permissions';
import { JiraError } from './errors';
import { type Call, type Operation, param } from './operation';

const MOST_FILES = 60;

export const addAttachment: Operation = {
  operationId: 'addAttachment',
  method: 'POST',
  path: '/issue/{issueIdOrKey}/attachments',
  takesForm: true,
  handle: async (call) => {
    const { jira, store, who, request } = call;
    if (request.headers.get('x-atlassian-token') !== 'no-check') {
      return new Response('XSRF check failed', { status: 403 });
    }
    const issue = browsedIssue(store, who, param(call, 'issueIdOrKey'));
    demand(store, who, 'CREATE_ATTACHMENTS', issue, 'You do not have permission to create attachments for this issue.');
    const added = attach(jira, issue, callerId(who), await sentFiles(call));
    return Response.json(added.map((attachment) => attachmentJson(attachment, store, jira.baseUrl())));
  },
};

async function sentFiles({ request }: Call): Promise<readonly SentFile[]> {
  const form = await request.formData().catch(() => undefined);
  if (form === undefined) throw new JiraError(400, ['The request has to be multipart/form-data.']);
  const files = form.getAll('file').filter((part) => typeof part !== 'string');
  if (files.length === 0) throw new JiraError(400, ["The form has no file in a part named 'file'."]);
  if (files.length > MOST_FILES)
    throw new JiraError(413, [`More than ${MOST_FILES} files cannot be uploaded at once.`]);
  return Promise.all(
    files.map(async (file) => ({
      filename: file.name,
      mimeType: file.type === '' ? 'application/octet-stream' : file.type,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}
