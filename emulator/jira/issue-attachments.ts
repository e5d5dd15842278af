import { systemItem } from './history-item';
import { happening, recordHistory } from './issue-change';
import { jiraDate } from './jira-date';
import type { Jira } from './jira';
import type { Attachment } from './model/attachment';
import type { Issue } from './model/issue';
import { JiraError } from './rest/errors';
import { type JiraStore, known } from './store';
import { userJson } from './user-json';

export const attachmentsOf = (store: JiraStore, issueId: string): readonly Attachment[] =>
  [...store.attachments.values()].filter((attachment) => attachment.issueId === issueId);

/** A file as it was sent. */
export interface SentFile {
  readonly filename: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** Adds files to an issue, each as an entry of its history. 413 for too many or too big. */
export function attach(jira: Jira, issue: Issue, authorId: string, files: readonly SentFile[]): readonly Attachment[] {
  const { store, settings } = jira;
  if (attachmentsOf(store, issue.id).length + files.length > settings.perIssue.attachments) {
    throw new JiraError(413, [
      `The issue ${issue.key} has reached the limit of ${settings.perIssue.attachments} attachments.`,
    ]);
  }
  const tooBig = files.find(({ bytes }) => bytes.length > settings.attachmentBytes);
  if (tooBig !== undefined) {
    throw new JiraError(413, [
      `The file '${tooBig.filename}' exceeds its maximum permitted size of ${settings.attachmentBytes} bytes.`,
    ]);
  }
  return files.map(({ filename, mimeType, bytes }) => {
    const attachment: Attachment = {
      id: store.nextId('attachment'),
      issueId: issue.id,
      filename,
      authorId,
      created: jira.clock.now().toISOString(),
      size: bytes.length,
      mimeType,
      content: Buffer.from(bytes).toString('base64'),
    };
    store.attachments.set(attachment.id, attachment);
    recordHistory(jira, issue, authorId, [systemItem('Attachment', [null, null], [attachment.id, filename])]);
    jira.tell({ ...happening('attached', issue, authorId, jira.clock.now()), subjectId: attachment.id });
    return attachment;
  });
}

export function detach(jira: Jira, { id, filename, issueId }: Attachment, removerId: string): void {
  const issue = known(jira.store.issues, issueId);
  jira.store.attachments.delete(id);
  recordHistory(jira, issue, removerId, [systemItem('Attachment', [id, filename], [null, null])]);
  jira.tell({ ...happening('attachment-deleted', issue, removerId, jira.clock.now()), subjectId: id });
}

export const attachmentJson = (attachment: Attachment, store: JiraStore, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/attachment/${attachment.id}`,
  id: attachment.id,
  filename: attachment.filename,
  author: userJson(known(store.accounts, attachment.authorId), baseUrl),
  created: jiraDate(attachment.created),
  size: attachment.size,
  mimeType: attachment.mimeType,
  content: `${baseUrl}/rest/api/3/attachment/content/${attachment.id}`,
});
