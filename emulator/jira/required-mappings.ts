import { statusIdsOf, typeIdsOf } from './configuration';
import type { WorkflowScheme } from './model/scheme';
import type { Project } from './model/site';
import type { Workflow } from './model/workflow';
import { type JiraStore, known } from './store';

type Content = Pick<WorkflowScheme, 'defaultWorkflowId' | 'mappings'>;

/** A work type whose workflow changes, and the statuses that it had and would lack. */
export interface RequiredMapping {
  readonly issueTypeId: string;
  readonly from: Workflow;
  readonly to: Workflow;
  readonly statusIds: readonly string[];
}

/** The statuses for which a change of schemes needs mappings, whether an issue is in them or not. */
export function requiredMappings(
  store: JiraStore,
  projects: readonly Project[],
  before: Content,
  after: Content,
): readonly RequiredMapping[] {
  const typeIds = [...new Set(projects.flatMap((project) => typeIdsOf(store, project)))];
  const workflowIn = ({ mappings, defaultWorkflowId }: Content, typeId: string) =>
    known(store.workflows, mappings[typeId] ?? defaultWorkflowId);
  return typeIds
    .map((issueTypeId) => {
      const from = workflowIn(before, issueTypeId);
      const to = workflowIn(after, issueTypeId);
      const kept = statusIdsOf(to);
      return { issueTypeId, from, to, statusIds: statusIdsOf(from).filter((id) => !kept.includes(id)) };
    })
    .filter(({ statusIds }) => statusIds.length > 0);
}
