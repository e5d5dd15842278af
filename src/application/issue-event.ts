import * as v from 'valibot';
import { AccountIdSchema, momentOf } from '../domain/ids';
import type { News } from './ports';

/** Epoch milliseconds; Jira sends them as digits in some events. */
const TimeSchema = v.optional(v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer()));

const ParentSchema = v.optional(v.nullable(v.object({ id: v.string() })));

const IssueEventSchema = v.object({
  eventType: v.string(),
  issue: v.object({ id: v.string(), fields: v.optional(v.looseObject({ parent: ParentSchema })) }),
  atlassianId: v.optional(v.nullable(AccountIdSchema)),
  timestamp: TimeSchema,
});

export interface Hint {
  /** The issue that the event is about, and the one above it: a subtask's event is about its parent's follow-up. */
  readonly issueIds: readonly string[];
  readonly news: News | undefined;
}

/** What an event of an issue hints at. Throws for a shape that is not an event. `now` stands in for a missing time. */
export function readIssueEvent(event: unknown, now: Date): Hint {
  const { eventType, issue, atlassianId, timestamp } = v.parse(IssueEventSchema, event);
  const parent = issue.fields?.parent?.id;
  if (eventType !== 'avi:jira:deleted:issue') {
    return { issueIds: parent === undefined ? [issue.id] : [issue.id, parent], news: undefined };
  }
  const at = momentOf(timestamp === undefined ? now : new Date(timestamp));
  return { issueIds: [issue.id], news: { kind: 'deleted', at, by: atlassianId ?? null } };
}

const ProjectEventSchema = v.object({
  eventType: v.string(),
  project: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) }),
  atlassianId: v.optional(v.nullable(AccountIdSchema)),
  timestamp: TimeSchema,
});

export interface ProjectNews {
  readonly projectId: string;
  readonly news: News;
}

/** What an event of a project says. Throws for a shape that is not one. */
export function readProjectEvent(event: unknown, now: Date): ProjectNews {
  const { eventType, project, atlassianId, timestamp } = v.parse(ProjectEventSchema, event);
  const kind = eventType === 'avi:jira:restored:project' ? 'project-restored' : 'project-deleted';
  const at = momentOf(timestamp === undefined ? now : new Date(timestamp));
  return { projectId: project.id, news: { kind, at, by: atlassianId ?? null } };
}
