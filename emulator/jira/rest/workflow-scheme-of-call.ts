import { statusIdsOf, typeIdsOf } from '../configuration';
import type { WorkflowScheme } from '../model/scheme';
import type { Project } from '../model/site';
import type { Workflow } from '../model/workflow';
import type { JiraStore } from '../store';
import { known } from '../store';
import { JiraError } from './errors';
import type { Call } from './operation';

export function schemeOf({ store }: Pick<Call, 'store'>, id: string): WorkflowScheme {
  const scheme = store.workflowSchemes.get(id);
  if (scheme === undefined) throw new JiraError(404, [`The workflow scheme with the ID ${id} was not found.`]);
  return scheme;
}

/** The projects that follow a scheme, those in the trash too. */
export const projectsOf = (store: JiraStore, { id }: WorkflowScheme): readonly Project[] =>
  [...store.projects.values()].filter(({ workflowSchemeId }) => workflowSchemeId === id);

/** A workflow of the site by its name, as schemes give it. */
export function workflowNamed(store: JiraStore, asked: string): Workflow {
  const found = [...store.workflows.values()].find(({ name, projectId }) => projectId === undefined && name === asked);
  if (found === undefined) throw new JiraError(400, [`The workflow '${asked}' does not exist.`]);
  return found;
}

export function schemeJson({ store, jira }: Pick<Call, 'store' | 'jira'>, scheme: WorkflowScheme) {
  const { id, name, description, defaultWorkflowId, mappings } = scheme;
  const nameOf = (workflowId: string) => known(store.workflows, workflowId).name;
  return {
    id: Number(id),
    name,
    description,
    defaultWorkflow: nameOf(defaultWorkflowId),
    issueTypeMappings: Object.fromEntries(Object.entries(mappings).map(([typeId, one]) => [typeId, nameOf(one)])),
    draft: false,
    self: `${jira.baseUrl()}/rest/api/3/workflowscheme/${id}`,
  };
}

/** Issues of a project whose status the workflow that a scheme would give them lacks. */
export function issuesWithoutStatus(
  store: JiraStore,
  project: Project,
  scheme: Pick<WorkflowScheme, 'defaultWorkflowId' | 'mappings'>,
) {
  const statuses = new Map(
    typeIdsOf(store, project).map((typeId) => {
      const workflow = known(store.workflows, scheme.mappings[typeId] ?? scheme.defaultWorkflowId);
      return [typeId, new Set(statusIdsOf(workflow))] as const;
    }),
  );
  return [...store.issues.values()].filter(
    ({ projectId, issueTypeId, statusId }) =>
      projectId === project.id && statuses.get(issueTypeId)?.has(statusId) === false,
  );
}

export const hasIssues = (store: JiraStore, project: Project): boolean =>
  [...store.issues.values()].some(({ projectId }) => projectId === project.id);
