import type { Project } from '../model/site';
import type { Workflow } from '../model/workflow';
import { administeredProject, callerId, mayAdminister, mayGlobally, mayInProject } from '../permissions';
import type { Scope } from '../workflow-document';
import { JiraError } from './errors';
import type { Call } from './operation';

const MAY_NOT = 'You do not have permission to perform this operation.';

/** The caller may edit workflows of this scope: else 401, as these operations document it. Answers with the project. */
export function demandScope({ store, who }: Call, { type, project }: Scope): Project | undefined {
  callerId(who);
  if (type === 'PROJECT') {
    if (project == null) throw new JiraError(400, ['A scope of type PROJECT has to name its project.']);
    return administeredProject(store, who, project.id, 401);
  }
  if (!mayGlobally(store, who, 'ADMINISTER')) throw new JiraError(401, [MAY_NOT]);
  return undefined;
}

export const scopeOf = ({ projectId }: Pick<Workflow, 'projectId'>): Scope =>
  projectId === undefined ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: projectId } };

/** Workflows of the site are for Jira administrators; those of a project for who administers it or may read them. */
export function mayReadWorkflow({ store, who }: Call, { projectId }: Workflow): boolean {
  if (mayGlobally(store, who, 'ADMINISTER')) return true;
  const project = store.projects.get(projectId ?? '');
  return (
    project !== undefined &&
    (mayAdminister(store, who, project) || mayInProject(store, who, 'VIEW_READONLY_WORKFLOW', project))
  );
}

/** 401 unless the caller could read some workflow at all. */
export function demandWorkflowReader(call: Call): void {
  const { store, who } = call;
  callerId(who);
  const reads = [...store.projects.values()].some(
    (project) => mayAdminister(store, who, project) || mayInProject(store, who, 'VIEW_READONLY_WORKFLOW', project),
  );
  if (!reads && !mayGlobally(store, who, 'ADMINISTER')) throw new JiraError(401, [MAY_NOT]);
}
