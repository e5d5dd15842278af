import { adfText, mentionedIn } from './adf';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import type { Notification } from './model/notification';
import { mayOnIssue } from './permissions';

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

/** A document that somebody wrote in place of another. */
interface Writing {
  readonly document: unknown;
  /** Undefined: there was none. */
  readonly before: unknown;
  /** Account id. */
  readonly from: string;
  /** Where it stands, as `comment 10000`. */
  readonly via: string;
}

/** Rings the bell of everybody else whom the document mentions anew, and who may see the issue. */
export function ringMentioned(jira: Jira, issue: Issue, { document, before, from, via }: Writing): void {
  const known = [from, ...mentionedIn(before)];
  const to = mentionedIn(document).filter((id) => !known.includes(id) && mayBrowse(jira, id, issue));
  if (to.length === 0) return;
  const nameOf = (accountId: string) => jira.store.accounts.get(accountId)?.displayName;
  const author = nameOf(from) ?? from;
  const subject = `${author} mentioned you on ${issue.key}`;
  send(jira, issue, { kind: 'mention', subject, text: adfText(document, nameOf), html: '', from, to, via });
}
