import * as v from 'valibot';
import { call } from './call';
import { PersonSchema, ProjectSchema, WorkTypeSchema } from './issue-shape';
import type { Reply } from './reply';

const ProjectDetailsSchema = v.object({
  ...ProjectSchema.entries,
  style: v.optional(v.string()),
  simplified: v.optional(v.boolean(), false),
  description: v.nullish(v.string()),
  lead: v.nullish(PersonSchema),
  issueTypes: v.optional(v.array(WorkTypeSchema), []),
});
export type ProjectDetails = v.InferOutput<typeof ProjectDetailsSchema>;

export const readProject = (projectKey: string): Promise<Reply<ProjectDetails>> =>
  call(ProjectDetailsSchema, `/rest/api/3/project/${encodeURIComponent(projectKey)}`);
