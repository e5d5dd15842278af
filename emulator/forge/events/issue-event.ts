import * as v from 'valibot';
import type { ChangeItem, IssueHappening } from '../../seams';
import type { IssueBean } from '../jira-side';

/** An event of Jira as the platform sends it to the app's triggers. */
export interface ProductEvent {
  /** `avi:jira:updated:issue` and its sisters. */
  readonly eventType: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The fields that the payload of an issue event is documented to carry. */
const EVENT_FIELDS = [
  'summary',
  'issuetype',
  'created',
  'project',
  'updated',
  'status',
  'labels',
  'priority',
  'parent',
];
const USER_FIELDS = ['creator', 'reporter', 'assignee'];

const PersonSchema = v.object({ accountId: v.string() });

type MakeEvent = (eventType: string, rest?: object) => ProductEvent;

/**
 * The product events that Jira sends for what happened, in the shape of
 * https://developer.atlassian.com/platform/forge/events-reference/jira/#issue-events.
 * `before` is the issue before what happened, where that is known: a deleted comment is found in it.
 */
export function issueEvents(
  happening: IssueHappening,
  issue: IssueBean,
  before: IssueBean | undefined,
  selfGenerated: boolean,
): readonly ProductEvent[] {
  const common = {
    selfGenerated,
    issue: { id: issue.id, key: issue.key, fields: eventFields(issue) },
    atlassianId: happening.accountId,
    // Documented as text of epoch milliseconds.
    timestamp: String(happening.at.getTime()),
  };
  const event: MakeEvent = (eventType, rest = {}) => ({ eventType, payload: { eventType, ...common, ...rest } });
  const associatedUsers = [{ accountId: happening.accountId }];
  const comment = commentIn(happening, issue) ?? commentIn(happening, before);
  switch (happening.kind) {
    case 'created': {
      const cloned = happening.clonedFrom === undefined ? {} : { clonedFrom: happening.clonedFrom };
      return [event('avi:jira:created:issue', { associatedUsers, ...cloned })];
    }
    case 'deleted':
      return [event('avi:jira:deleted:issue', { associatedUsers })];
    case 'updated':
      return updates(happening, event);
    case 'commented':
    case 'comment-updated':
      return [event('avi:jira:commented:issue', { associatedUsers, comment })];
    case 'comment-deleted':
      return [event('avi:jira:deleted:comment', { comment })];
    case 'linked':
    case 'unlinked':
    case 'attached':
    case 'attachment-deleted':
      return [];
  }
}

const CommentsSchema = v.object({
  comment: v.object({ comments: v.array(v.looseObject({ id: v.string() })) }),
});

function commentIn({ subjectId }: IssueHappening, issue: IssueBean | undefined): object | undefined {
  const parsed = v.safeParse(CommentsSchema, issue?.fields);
  return parsed.success ? parsed.output.comment.comments.find(({ id }) => id === subjectId) : undefined;
}

function updates({ changes, accountId }: IssueHappening, event: MakeEvent): readonly ProductEvent[] {
  const assignment = changes.filter(({ fieldId }) => fieldId === 'assignee');
  const people = assignment.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null);
  const associatedUsers = [...new Set([accountId, ...people])].map((id) => ({ accountId: id }));
  const status = changes.find(({ fieldId }) => fieldId === 'status');
  const updated = event('avi:jira:updated:issue', {
    jiraEventTypeName: eventTypeName(changes),
    changelog: { items: changes },
    associatedUsers,
    ...(status === undefined ? {} : { associatedStatuses: statusesOf(status) }),
  });
  return assignment.length === 0
    ? [updated]
    : [updated, event('avi:jira:assigned:issue', { changelog: { items: assignment }, associatedUsers })];
}

/** The documented examples are issue_resolved, issue_moved and issue_generic; the choice among them is ours. */
function eventTypeName(changes: readonly ChangeItem[]): string {
  const changed = (fieldId: string) => changes.some((item) => item.fieldId === fieldId);
  if (changed('project')) return 'issue_moved';
  if (changed('status')) return 'issue_generic';
  if (changed('assignee')) return 'issue_assigned';
  return 'issue_updated';
}

const statusesOf = ({ from, fromString, to, toString: toName }: ChangeItem) => [
  { id: from, name: fromString },
  { id: to, name: toName },
];

function eventFields({ fields }: IssueBean): object {
  const person = (id: string) => (v.is(PersonSchema, fields[id]) ? { accountId: fields[id].accountId } : null);
  return Object.fromEntries<unknown>([
    ...EVENT_FIELDS.filter((id) => id in fields).map((id): [string, unknown] => [id, fields[id]]),
    ...USER_FIELDS.map((id): [string, unknown] => [id, person(id)]),
  ]);
}
