import * as v from 'valibot';
import { call } from './call';
import { withFieldViews } from './field-views';
import { FieldMetaRecordSchema, type FieldMeta } from './field-meta';
import { IssueSchema, type Issue, ProjectSchema, type Project } from './issue-shape';
import { mapReply, ok, type Reply } from './reply';

export const issuePath = (key: string, rest = ''): string => `/rest/api/3/issue/${encodeURIComponent(key)}${rest}`;

export async function readIssue(key: string): Promise<Reply<Issue>> {
  const reply = await call(IssueSchema, issuePath(key), { query: { fields: '*all,-comment', expand: 'names' } });
  if (reply.kind !== 'ok') return reply;
  const [issue = reply.value] = await withFieldViews([reply.value]);
  return ok(issue);
}

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

export async function readProjects(): Promise<Reply<readonly Project[]>> {
  const reply = await call(v.object({ values: v.array(ProjectSchema) }), '/rest/api/3/project/search', {
    query: { maxResults: 100 },
  });
  return mapReply(reply, ({ values }) => values);
}
