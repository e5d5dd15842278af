import { adfText, mentionedIn } from './adf';
import type { Jira } from './jira';
import type { Comment, Issue } from './model/issue';
import type { Notification } from './model/notification';
import { mayOnIssue } from './permissions';
import { known } from './store';

export const mayBrowse = ({ store }: Pick<Jira, 'store'>, accountId: string, issue: Issue): boolean =>
  store.accounts.has(accountId) && mayOnIssue(store, { kind: 'account', accountId }, 'BROWSE_PROJECTS', issue);

/** Puts a notification about an issue into the outbox. */
export function send(
  { store, clock }: Jira,
  issue: Issue,
  message: Omit<Notification, 'id' | 'at' | 'issueId' | 'issueKey'>,
): void {
  const id = store.nextId('notification');
  const at = clock.now().toISOString();
  store.outbox.set(id, { id, at, issueId: issue.id, issueKey: issue.key, ...message });
}

/** Rings the bell of everybody whom the comment mentions and `before` did not; of those who may see the issue. */
export function ringMentioned(jira: Jira, issue: Issue, comment: Comment, before: unknown): void {
  const already = mentionedIn(before);
  const to = mentionedIn(comment.body).filter((id) => !already.includes(id) && mayBrowse(jira, id, issue));
  if (to.length === 0) return;
  const { displayName } = known(jira.store.accounts, comment.updateAuthorId);
  send(jira, issue, {
    kind: 'mention',
    subject: `${displayName} mentioned you on ${issue.key}`,
    text: adfText(comment.body),
    html: '',
    from: comment.updateAuthorId,
    to,
    via: `comment ${comment.id}`,
  });
}
