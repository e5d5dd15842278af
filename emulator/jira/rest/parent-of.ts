import * as v from 'valibot';
import type { Issue } from '../model/issue';
import type { Project } from '../model/site';
import { mayOnIssue } from '../permissions';
import { issueByIdOrKey, known } from '../store';
import { fieldError } from './errors';
import type { Call } from './operation';

/** How a caller names a project, a work type or an issue. */
export const ReferenceSchema = v.looseObject({
  id: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
  key: v.optional(v.string()),
  name: v.optional(v.string()),
});

/** The issue that is to be the parent of a subtask in this project; 400 in Jira's words where it cannot be. */
export function parentFor({ store, who }: Call, project: Project, input: unknown): Issue {
  const asked = v.safeParse(ReferenceSchema, input);
  if (!asked.success) throw fieldError('parent', 'Issue type is a sub-task but parent issue key or id not specified.');
  const parent = issueByIdOrKey(store, asked.output.id ?? asked.output.key ?? '');
  if (parent === undefined || !mayOnIssue(store, who, 'BROWSE_PROJECTS', parent)) {
    throw fieldError('parent', 'Could not find issue by id or key.');
  }
  if (parent.projectId !== project.id) {
    throw fieldError('pid', 'Sub-tasks must be created in the same project as the parent.');
  }
  if (known(store.issueTypes, parent.issueTypeId).subtask) {
    throw fieldError('parentId', 'Given parent work item does not belong to appropriate hierarchy.');
  }
  return parent;
}
