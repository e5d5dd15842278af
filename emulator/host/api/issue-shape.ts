import * as v from 'valibot';

/** The parts of Jira's JSON that the pages show. Whatever else an object carries is left out. */
export const PersonSchema = v.object({
  accountId: v.string(),
  displayName: v.string(),
  accountType: v.optional(v.string()),
});
export type Person = v.InferOutput<typeof PersonSchema>;

export const StatusSchema = v.object({
  id: v.string(),
  name: v.string(),
  statusCategory: v.object({ key: v.string() }),
});
export type Status = v.InferOutput<typeof StatusSchema>;

export const WorkTypeSchema = v.object({
  id: v.string(),
  name: v.string(),
  subtask: v.optional(v.boolean(), false),
});
export type WorkType = v.InferOutput<typeof WorkTypeSchema>;

export const ProjectSchema = v.object({ id: v.string(), key: v.string(), name: v.string() });
export type Project = v.InferOutput<typeof ProjectSchema>;

export const NamedSchema = v.object({ id: v.string(), name: v.string() });

export const LinkedIssueSchema = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.object({ summary: v.string(), status: StatusSchema, issuetype: WorkTypeSchema }),
});
export type LinkedIssue = v.InferOutput<typeof LinkedIssueSchema>;

/** One end of a link; the issue that has it is the other one. */
const IssueLinkSchema = v.object({
  id: v.string(),
  type: v.object({ id: v.string(), name: v.string(), inward: v.string(), outward: v.string() }),
  inwardIssue: v.optional(LinkedIssueSchema),
  outwardIssue: v.optional(LinkedIssueSchema),
});
export type IssueLink = v.InferOutput<typeof IssueLinkSchema>;

const AttachmentSchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  filename: v.string(),
  /** Bytes. */
  size: v.number(),
  content: v.string(),
  created: v.string(),
  author: v.nullish(PersonSchema),
});

/** Moments are Jira's text, e.g. `2026-11-24T09:00:00.000+0000`. */
export const SystemFieldsSchema = v.looseObject({
  summary: v.string(),
  issuetype: WorkTypeSchema,
  project: ProjectSchema,
  status: StatusSchema,
  description: v.nullish(v.unknown()),
  reporter: v.nullish(PersonSchema),
  creator: v.nullish(PersonSchema),
  assignee: v.nullish(PersonSchema),
  priority: v.nullish(NamedSchema),
  labels: v.nullish(v.array(v.string())),
  duedate: v.nullish(v.string()),
  parent: v.nullish(LinkedIssueSchema),
  subtasks: v.optional(v.array(LinkedIssueSchema), []),
  issuelinks: v.optional(v.array(IssueLinkSchema), []),
  attachment: v.optional(v.array(AttachmentSchema), []),
  watches: v.nullish(v.object({ watchCount: v.number(), isWatching: v.boolean() })),
  created: v.string(),
  updated: v.string(),
});

export const IssueSchema = v.object({
  id: v.string(),
  key: v.string(),
  fields: SystemFieldsSchema,
  names: v.optional(v.record(v.string(), v.string()), {}),
});
export type Issue = v.InferOutput<typeof IssueSchema>;
