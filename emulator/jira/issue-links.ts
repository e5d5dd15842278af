import type { ChangeItem } from '../seams';
import { systemItem } from './history-item';
import { happening } from './issue-change';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import type { IssueLink, IssueLinkType } from './model/issue-link';
import { JiraError } from './rest/errors';
import { type JiraStore, known } from './store';

export const linksOf = (store: JiraStore, issueId: string): readonly IssueLink[] =>
  [...store.issueLinks.values()].filter(
    ({ inwardIssueId, outwardIssueId }) => inwardIssueId === issueId || outwardIssueId === issueId,
  );

/** Links two issues: `inward` <outward words of the type> `outward`. The same link again changes nothing, as in Jira. */
export function linkIssues(jira: Jira, type: IssueLinkType, inward: Issue, outward: Issue, authorId: string): void {
  const { store } = jira;
  const same = linksOf(store, inward.id).some(
    (link) => link.typeId === type.id && link.inwardIssueId === inward.id && link.outwardIssueId === outward.id,
  );
  if (same) return;
  for (const issue of [inward, outward]) demandRoomForLinks(jira, issue);
  const id = store.nextId('issue-link');
  store.issueLinks.set(id, { id, typeId: type.id, inwardIssueId: inward.id, outwardIssueId: outward.id });
  noteLink(jira, inward, authorId, added(outward.key, type.outward));
  noteLink(jira, outward, authorId, added(inward.key, type.inward));
  tell(jira, 'linked', inward, authorId, id);
}

export function unlinkIssues(jira: Jira, link: IssueLink, authorId: string): void {
  const { store } = jira;
  const { inward, outward } = known(store.issueLinkTypes, link.typeId);
  const near = known(store.issues, link.inwardIssueId);
  const far = known(store.issues, link.outwardIssueId);
  store.issueLinks.delete(link.id);
  noteLink(jira, near, authorId, removed(far.key, outward));
  noteLink(jira, far, authorId, removed(near.key, inward));
  tell(jira, 'unlinked', near, authorId, link.id);
}

const words = (key: string, description: string) => `This work item ${description} ${key}`;
const added = (key: string, description: string) => systemItem('Link', [null, null], [key, words(key, description)]);
const removed = (key: string, description: string) => systemItem('Link', [key, words(key, description)], [null, null]);

/** Links are in the history of both issues, yet are no update of them that listeners are told of. */
function noteLink({ store, clock }: Jira, issue: Issue, authorId: string, item: ChangeItem): void {
  const updated = clock.now().toISOString();
  const entry = { id: store.nextId('history'), authorId, created: updated, items: [item] };
  store.issues.change(issue, { updated, histories: [...issue.histories, entry] });
}

function tell(jira: Jira, kind: 'linked' | 'unlinked', issue: Issue, accountId: string, subjectId: string): void {
  jira.tell({ ...happening(kind, issue, accountId, jira.clock.now()), subjectId });
}

function demandRoomForLinks({ store, settings }: Jira, issue: Issue): void {
  const { issueLinks } = settings.perIssue;
  if (linksOf(store, issue.id).length < issueLinks) return;
  throw new JiraError(413, [`The issue ${issue.key} has reached the limit of ${issueLinks} issue links.`]);
}
