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

/** The templates that the site knows a project by, as people choose between them. */
export const PROJECT_TEMPLATES = [
  { id: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic', name: 'Company-managed' },
  { id: 'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban', name: 'Team-managed' },
] as const satisfies readonly { readonly id: string; readonly name: string }[];

export interface NewProject {
  readonly name: string;
  readonly key: string;
  readonly projectTemplateKey: string;
}

export const createProject = (project: NewProject): Promise<Reply<unknown>> =>
  call(v.object({ key: v.string() }), '/rest/api/3/project', {
    method: 'POST',
    body: { ...project, projectTypeKey: 'software' },
  });
