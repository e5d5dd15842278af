import { attachmentJson, detach } from '../issue-attachments';
import { callerId, mayOnIssue } from '../permissions';
import { attachmentOf } from './attachment-of';
import { JiraError } from './errors';
import { noContent, type Operation } from './operation';

const PATH = '/attachment/{id}';

export const getAttachmentMeta: Operation = {
  operationId: 'getAttachmentMeta',
  method: 'GET',
  path: '/attachment/meta',
  handle: ({ jira }) => Response.json({ enabled: true, uploadLimit: jira.settings.attachmentBytes }),
};

export const getAttachment: Operation = {
  operationId: 'getAttachment',
  method: 'GET',
  path: PATH,
  handle: (call) => {
    const { attachment } = attachmentOf(call);
    // Here the id is a number, unlike in the list of an issue.
    const json = attachmentJson(attachment, call.store, call.jira.baseUrl());
    return Response.json({ ...json, id: Number(attachment.id) });
  },
};

export const removeAttachment: Operation = {
  operationId: 'removeAttachment',
  method: 'DELETE',
  path: PATH,
  handle: (call) => {
    const { store, who, jira } = call;
    const { attachment, issue } = attachmentOf(call);
    const caller = callerId(who);
    const may =
      mayOnIssue(store, who, 'DELETE_ALL_ATTACHMENTS', issue) ||
      (mayOnIssue(store, who, 'DELETE_OWN_ATTACHMENTS', issue) && attachment.authorId === caller);
    if (!may) throw new JiraError(403, [`You do not have permission to delete attachment with id: ${attachment.id}`]);
    detach(jira, attachment, caller);
    return noContent();
  },
};
