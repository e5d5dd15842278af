import type { ChangeItem, IssueHappening } from '../seams';
import type { Jira } from './jira';
import { changeItems, type Values } from './field-edit';
import type { FieldContext } from './fields';
import type { Issue } from './model/issue';
import { known } from './store';

/** Puts values and a status into an issue as one entry of its history, and tells who listens. Nothing if nothing differs. */
export function changeIssue(
  jira: Jira,
  issue: Issue,
  authorId: string,
  values: Values,
  toStatusId = issue.statusId,
): void {
  const { store } = jira;
  const context: FieldContext = { store, baseUrl: jira.baseUrl(), project: known(store.projects, issue.projectId) };
  const items = [...changeItems(issue, values, context), ...statusItem(jira, issue, toStatusId)];
  if (items.length === 0) return;
  issue.fields = { ...issue.fields, ...values };
  issue.statusId = toStatusId;
  recordHistory(jira, issue, authorId, items);
}

function statusItem({ store }: Jira, issue: Issue, to: string): readonly ChangeItem[] {
  if (to === issue.statusId) return [];
  return [
    {
      field: 'status',
      fieldtype: 'jira',
      fieldId: 'status',
      from: issue.statusId,
      fromString: known(store.statuses, issue.statusId).name,
      to,
      toString: known(store.statuses, to).name,
    },
  ];
}

function recordHistory(jira: Jira, issue: Issue, authorId: string, items: readonly ChangeItem[]): void {
  const at = jira.clock.now();
  issue.updated = at;
  issue.histories = [...issue.histories, { id: jira.store.nextId('history'), authorId, created: at, items }];
  jira.tell(happening('updated', issue, authorId, at, items));
}

export const happening = (
  kind: IssueHappening['kind'],
  issue: Issue,
  accountId: string,
  at: Date,
  changes: readonly ChangeItem[] = [],
): IssueHappening => ({
  kind,
  issueId: issue.id,
  issueKey: issue.key,
  projectId: issue.projectId,
  accountId,
  at,
  changes,
});

/** Adds a comment and tells who listens; a comment is no entry of the history. */
export function addComment(jira: Jira, issue: Issue, authorId: string, body: unknown) {
  const comment = { id: jira.store.nextId('comment'), authorId, created: jira.clock.now(), body };
  issue.comments = [...issue.comments, comment];
  issue.updated = comment.created;
  jira.tell(happening('commented', issue, authorId, comment.created));
  return comment;
}
