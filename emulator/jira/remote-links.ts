import { systemItem } from './history-item';
import { recordHistory } from './issue-change';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import type { RemoteLink } from './model/remote-link';
import { JiraError } from './rest/errors';
import type { JiraStore } from './store';

export const remoteLinksOf = (store: JiraStore, issueId: string): readonly RemoteLink[] =>
  [...store.remoteLinks.values()].filter((link) => link.issueId === issueId);

/** Keeps a link in place of `before`, or as a new one with an entry in the history. 413 for too many. */
export function keepRemoteLink(
  jira: Jira,
  issue: Issue,
  authorId: string,
  before: RemoteLink | undefined,
  link: Omit<RemoteLink, 'id' | 'issueId'>,
): RemoteLink {
  const { store, settings } = jira;
  const most = settings.perIssue.remoteLinks;
  if (before === undefined && remoteLinksOf(store, issue.id).length >= most) {
    throw new JiraError(413, [`The issue ${issue.key} has reached the limit of ${most} remote issue links.`]);
  }
  const kept: RemoteLink = { id: before?.id ?? store.nextId('remote-link'), issueId: issue.id, ...link };
  store.remoteLinks.set(kept.id, kept);
  if (before === undefined) {
    recordHistory(jira, issue, authorId, [systemItem(FIELD, [null, null], [kept.id, words(kept)])]);
  }
  return kept;
}

export function dropRemoteLink(jira: Jira, issue: Issue, authorId: string, link: RemoteLink): void {
  jira.store.remoteLinks.delete(link.id);
  recordHistory(jira, issue, authorId, [systemItem(FIELD, [link.id, words(link)], [null, null])]);
}

const FIELD = 'RemoteWorkItemLink';
const words = ({ object }: RemoteLink) => `This work item links to "${object.title}"`;

export const remoteLinkJson = ({ baseUrl }: Pick<Jira, 'baseUrl'>, issue: Issue, link: RemoteLink) => ({
  id: Number(link.id),
  self: `${baseUrl()}/rest/api/3/issue/${issue.key}/remotelink/${link.id}`,
  ...(link.globalId !== null && { globalId: link.globalId }),
  application: link.application,
  ...(link.relationship !== null && { relationship: link.relationship }),
  object: link.object,
});
