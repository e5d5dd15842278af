import * as v from 'valibot';
import type { ChangeItem, IssueHappening } from '../../seams';
import type { IssueBean } from '../jira-side';

export type IssueEventType =
  'avi:jira:created:issue' | 'avi:jira:updated:issue' | 'avi:jira:deleted:issue' | 'avi:jira:assigned:issue';

export interface IssueEvent {
  readonly eventType: IssueEventType;
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

/**
 * The product events that Jira sends for what happened, in the shape of
 * https://developer.atlassian.com/platform/forge/events-reference/jira/#issue-events.
 */
export function issueEvents(
  happening: IssueHappening,
  issue: IssueBean,
  selfGenerated: boolean,
): readonly IssueEvent[] {
  const common = {
    selfGenerated,
    issue: { id: issue.id, key: issue.key, fields: eventFields(issue) },
    atlassianId: happening.accountId,
    // Documented as text of epoch milliseconds.
    timestamp: String(happening.at.getTime()),
  };
  const event = (eventType: IssueEventType, rest: object): IssueEvent => ({
    eventType,
    payload: { eventType, ...common, ...rest },
  });
  switch (happening.kind) {
    case 'created':
      return [event('avi:jira:created:issue', { associatedUsers: [{ accountId: happening.accountId }] })];
    case 'deleted':
      return [event('avi:jira:deleted:issue', { associatedUsers: [{ accountId: happening.accountId }] })];
    case 'updated':
      return updates(happening, event);
    case 'commented':
      return [];
  }
}

function updates(
  { changes, accountId }: IssueHappening,
  event: (eventType: IssueEventType, rest: object) => IssueEvent,
): readonly IssueEvent[] {
  const assignment = changes.filter(({ fieldId }) => fieldId === 'assignee');
  const people = assignment.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null);
  const associatedUsers = [...new Set([accountId, ...people])].map((id) => ({ accountId: id }));
  const status = changes.find(({ fieldId }) => fieldId === 'status');
  const updated = event('avi:jira:updated:issue', {
    changelog: { items: changes },
    associatedUsers,
    ...(status === undefined ? {} : { associatedStatuses: statusesOf(status) }),
  });
  return assignment.length === 0
    ? [updated]
    : [updated, event('avi:jira:assigned:issue', { changelog: { items: assignment }, associatedUsers })];
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
