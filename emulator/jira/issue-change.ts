import type { ChangeItem, IssueHappening } from '../seams';
import { changeItems, type Values } from './field-edit';
import type { FieldContext } from './fields';
import { systemItem } from './history-item';
import { type Place, takePlace } from './issue-place';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import { ringMentioned } from './outbox';
import { known } from './store';

/** What else changes with values. */
interface Besides {
  readonly statusId?: string;
  readonly place?: Place;
}

/** Changes an issue in one entry of its history, and tells who listens. Nothing happens if nothing differs. */
export function changeIssue(
  jira: Jira,
  issue: Issue,
  authorId: string,
  values: Values,
  { statusId = issue.statusId, place }: Besides = {},
): void {
  const { store } = jira;
  const context: FieldContext = { store, baseUrl: jira.baseUrl(), project: known(store.projects, issue.projectId) };
  const items = [...changeItems(issue, values, context), ...statusItem(jira, issue, statusId)];
  const moved = place === undefined ? [] : takePlace(store, issue, place);
  if (items.length + moved.length === 0) return;
  const { description: before } = issue.fields;
  store.issues.change(issue, { fields: { ...issue.fields, ...values }, statusId });
  ringMentioned(jira, issue, { document: issue.fields.description, before, from: authorId, via: 'description' });
  recordHistory(jira, issue, authorId, [...moved, ...items]);
}

/** What a history says of a change of status; nothing if it stays. */
function statusItem({ store }: Jira, issue: Issue, to: string): readonly ChangeItem[] {
  if (to === issue.statusId) return [];
  const name = (id: string) => known(store.statuses, id).name;
  return [systemItem('status', [issue.statusId, name(issue.statusId)], [to, name(to)])];
}

/** Adds an entry to the history of an issue, whose records are changed already, and tells who listens. */
export function recordHistory(jira: Jira, issue: Issue, authorId: string, items: readonly ChangeItem[]): void {
  const at = jira.clock.now();
  const updated = at.toISOString();
  const entry = { id: jira.store.nextId('history'), authorId, created: updated, items };
  jira.store.issues.change(issue, { updated, histories: [...issue.histories, entry] });
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
