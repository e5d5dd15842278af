import * as v from 'valibot';
import { call } from './call';
import { FieldMetaRecordSchema, type FieldMeta } from './field-meta';
import { IssueSchema, type Issue, ProjectSchema, type Project } from './issue-shape';
import { mapReply, type Reply } from './reply';

export const issuePath = (key: string, rest = ''): string => `/rest/api/3/issue/${encodeURIComponent(key)}${rest}`;

export const readIssue = (key: string): Promise<Reply<Issue>> =>
  call(IssueSchema, issuePath(key), { query: { fields: '*all,-comment', expand: 'names' } });

/** The fields that the viewer may edit; empty for who may not. */
export async function readEditFields(key: string): Promise<Reply<readonly FieldMeta[]>> {
  const reply = await call(v.object({ fields: FieldMetaRecordSchema }), issuePath(key, '/editmeta'));
  return mapReply(reply, ({ fields }) => fields);
}

export const editIssue = (key: string, fields: Readonly<Record<string, unknown>>): Promise<Reply<unknown>> =>
  call(v.unknown(), issuePath(key), { method: 'PUT', body: { fields } });

const CreatedSchema = v.object({ id: v.string(), key: v.string() });
export type Created = v.InferOutput<typeof CreatedSchema>;

export const createIssue = (fields: Readonly<Record<string, unknown>>): Promise<Reply<Created>> =>
  call(CreatedSchema, '/rest/api/3/issue', { method: 'POST', body: { fields } });

const LIST_FIELDS = ['summary', 'issuetype', 'project', 'status', 'reporter', 'assignee', 'created', 'updated'];

const IssuePageSchema = v.object({
  issues: v.array(IssueSchema),
  nextPageToken: v.nullish(v.string()),
  isLast: v.optional(v.boolean()),
});
export type IssuePage = v.InferOutput<typeof IssuePageSchema>;

export interface IssueSearch {
  /** JQL; what comes from a person goes through `jqlText`. */
  readonly jql: string;
  readonly maxResults: number;
  readonly nextPageToken: string | undefined;
}

export const searchIssues = ({ jql, maxResults, nextPageToken }: IssueSearch): Promise<Reply<IssuePage>> =>
  call(IssuePageSchema, '/rest/api/3/search/jql', {
    method: 'POST',
    body: { jql, maxResults, fields: LIST_FIELDS, ...(nextPageToken === undefined ? {} : { nextPageToken }) },
  });

/** A text as a JQL string literal. */
export const jqlText = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

export async function readProjects(): Promise<Reply<readonly Project[]>> {
  const reply = await call(v.object({ values: v.array(ProjectSchema) }), '/rest/api/3/project/search', {
    query: { maxResults: 100 },
  });
  return mapReply(reply, ({ values }) => values);
}
