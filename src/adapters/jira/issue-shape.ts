import * as v from 'valibot';
import type { HistoryEntry, IssueReading, Subtask } from '../../application/ports';
import { type AccountId, AccountIdSchema, IssueIdSchema, type Moment, momentOf } from '../../domain/ids';

/** Before this there was no Jira, in milliseconds; as seconds it is far ahead. */
const FIRST_MILLISECONDS = 100_000_000_000;

/**
 * Jira writes times as `2026-11-24T09:00:00.000+0000`, but the bulk operation of histories as a number: its description
 * shows seconds, sites were seen to send milliseconds.
 */
const TimeSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((time) => new Date(typeof time === 'number' && time < FIRST_MILLISECONDS ? time * 1000 : time)),
  v.check((date) => !Number.isNaN(date.getTime())),
  v.transform((date): Moment => momentOf(date)),
);

const UserSchema = v.nullish(v.object({ accountId: AccountIdSchema }));
const TextSchema = v.nullish(v.string());

/** `toString` is Jira's name for the text after a change; here it is read as an entry of its own. */
const ItemSchema = v.pipe(
  v.looseObject({
    field: v.string(),
    fieldId: v.optional(v.string()),
    from: TextSchema,
    to: TextSchema,
    fromString: TextSchema,
  }),
  v.transform((item) => {
    const toText = new Map<string, unknown>(Object.entries(item)).get('toString');
    return {
      fieldId: item.fieldId ?? item.field,
      from: item.from ?? null,
      fromText: item.fromString ?? null,
      to: item.to ?? null,
      toText: typeof toText === 'string' ? toText : null,
    };
  }),
);

const HistorySchema = v.pipe(
  v.object({ id: v.string(), created: TimeSchema, author: UserSchema, items: v.array(ItemSchema) }),
  v.transform(({ id, created, author, items }): HistoryEntry => ({
    historyId: id,
    at: created,
    by: author?.accountId ?? null,
    items,
  })),
);

const SubtaskSchema = v.pipe(
  v.object({
    id: v.string(),
    fields: v.object({
      summary: v.string(),
      status: v.object({ statusCategory: v.object({ key: v.string() }) }),
    }),
  }),
  v.transform(({ id, fields }): Subtask => ({
    issueId: id,
    summary: fields.summary,
    done: fields.status.statusCategory.key === 'done',
  })),
);

/** The parts of Jira's issue that the app relies on. Fields that it looks up by a site's own ids stay unread here. */
export const IssueShape = v.object({
  id: IssueIdSchema,
  key: v.string(),
  names: v.record(v.string(), v.string()),
  schema: v.record(v.string(), v.object({ custom: v.optional(v.string()) })),
  editmeta: v.optional(v.object({ fields: v.record(v.string(), v.unknown()) })),
  changelog: v.object({ total: v.number(), histories: v.array(HistorySchema) }),
  fields: v.looseObject({
    summary: v.string(),
    description: v.nullish(v.unknown()),
    issuetype: v.object({ id: v.string(), name: v.string() }),
    project: v.object({ id: v.string() }),
    status: v.object({ id: v.string(), name: v.string() }),
    created: TimeSchema,
    reporter: UserSchema,
    creator: UserSchema,
    assignee: UserSchema,
    labels: v.optional(v.array(v.string()), []),
    subtasks: v.optional(v.array(SubtaskSchema), []),
  }),
});
export type IssueShape = v.InferOutput<typeof IssueShape>;

/** One page of the histories of one issue, from the bulk operation. */
export const HistoriesPageShape = v.object({
  issueChangeLogs: v.array(v.object({ changeHistories: v.array(HistorySchema) })),
  nextPageToken: v.nullish(v.string()),
});
export type HistoriesPage = v.InferOutput<typeof HistoriesPageShape>;

/** The app's own field, by the module key of manifest.yml with which Jira's type name of the field ends. */
export const PROJECTION_FIELD = '/static/emergency-change-state';

export function readingOf(issue: IssueShape, history: readonly HistoryEntry[]): IssueReading {
  const { fields } = issue;
  const account = (user: v.InferOutput<typeof UserSchema>): AccountId | null => user?.accountId ?? null;
  return {
    issueId: issue.id,
    issueKey: issue.key,
    projectId: fields.project.id,
    workType: fields.issuetype.name,
    status: { id: fields.status.id, name: fields.status.name },
    createdAt: fields.created,
    content: { summary: fields.summary, description: fields.description ?? null },
    creator: account(fields.creator),
    reporter: account(fields.reporter),
    assignee: account(fields.assignee),
    labels: fields.labels,
    fieldIds: idsByName(issue.names),
    fields,
    projection: projectionIn(issue),
    mayEdit: Object.keys(issue.editmeta?.fields ?? {}).length > 0,
    subtasks: fields.subtasks,
    history: [...history].sort((a, b) => (BigInt(a.historyId) < BigInt(b.historyId) ? -1 : 1)),
  };
}

function projectionIn({ schema, fields }: IssueShape): IssueReading['projection'] {
  const found = Object.entries(schema).find(([, { custom }]) => custom?.endsWith(PROJECTION_FIELD) === true);
  return found === undefined ? null : { fieldId: found[0], value: fields[found[0]] };
}

/** A name that two fields share says nothing, so it is left out. */
function idsByName(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const shared = new Set<string>();
  for (const [id, name] of Object.entries(names)) {
    if (ids.has(name)) shared.add(name);
    ids.set(name, id);
  }
  for (const name of shared) ids.delete(name);
  return ids;
}
