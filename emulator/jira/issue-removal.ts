import { attachmentsOf } from './issue-attachments';
import { happening } from './issue-change';
import { allFieldsJson } from './issue-json';
import { linksOf, unlinkIssues } from './issue-links';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import { remoteLinksOf } from './remote-links';

/** Takes an issue and all that hangs on it out of the store, and tells who listens. Subtasks are the caller's to remove. */
export function removeIssue(jira: Jira, issue: Issue, accountId: string): void {
  const { store, clock } = jira;
  const gone = {
    id: issue.id,
    key: issue.key,
    fields: { ...allFieldsJson(issue, { store, baseUrl: jira.baseUrl() }) },
  };
  for (const link of linksOf(store, issue.id)) unlinkIssues(jira, link, accountId);
  for (const { id } of attachmentsOf(store, issue.id)) store.attachments.delete(id);
  for (const { id } of remoteLinksOf(store, issue.id)) store.remoteLinks.delete(id);
  store.issues.delete(issue.id);
  for (const [key, id] of store.issueKeys) if (id === issue.id) store.issueKeys.delete(key);
  jira.tell({ ...happening('deleted', issue, accountId, clock.now()), gone });
}
