import * as v from 'valibot';
import { call } from './call';
import { type FieldMeta, FieldMetaSchema } from './field-meta';
import { WorkTypeSchema, type WorkType } from './issue-shape';
import { mapReply, type Reply } from './reply';

const path = (projectId: string, rest = ''): string =>
  `/rest/api/3/issue/createmeta/${encodeURIComponent(projectId)}/issuetypes${rest}`;

/** The work types that the viewer may create in a project. */
export async function readCreatableWorkTypes(projectId: string): Promise<Reply<readonly WorkType[]>> {
  const reply = await call(v.object({ issueTypes: v.array(WorkTypeSchema) }), path(projectId));
  return mapReply(reply, ({ issueTypes }) => issueTypes);
}

const CreateFieldsSchema = v.object({
  fields: v.array(v.object({ ...FieldMetaSchema.entries, fieldId: v.string() })),
});

/** The fields of the create screen, in its order. */
export async function readCreateFields(projectId: string, workTypeId: string): Promise<Reply<readonly FieldMeta[]>> {
  const reply = await call(CreateFieldsSchema, path(projectId, `/${encodeURIComponent(workTypeId)}`), {
    query: { maxResults: 200 },
  });
  return mapReply(reply, ({ fields }) => fields);
}
