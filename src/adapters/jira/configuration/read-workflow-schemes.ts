import { route } from '@forge/api';
import * as v from 'valibot';
import type { Reader } from '../../../application/ports';
import type { WorkflowSchemeFacts } from '../../../domain/set-up/configuration';
import { getJson } from '../request';
import { inGroupsOf } from './pages';

const AssociationsShape = v.object({
  values: v.array(
    v.object({
      projectIds: v.array(v.string()),
      workflowScheme: v.object({
        id: v.optional(v.number()),
        name: v.string(),
        defaultWorkflow: v.optional(v.string(), 'jira'),
        issueTypeMappings: v.optional(v.record(v.string(), v.string()), {}),
      }),
    }),
  ),
});

/** As many projects as one address can name. */
const MOST_AT_ONCE = 100;

/** The workflow schemes of company-managed projects, by project id. 1 call for each hundred. */
export async function readWorkflowSchemes(
  as: Reader,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, WorkflowSchemeFacts>> {
  const schemes = new Map<string, WorkflowSchemeFacts>();
  for (const some of inGroupsOf(MOST_AT_ONCE, projectIds)) {
    const query = new URLSearchParams(some.map((id) => ['projectId', id]));
    const { values } = await getJson(as, route`/rest/api/3/workflowscheme/project?${query}`, AssociationsShape);
    for (const { projectIds: ids, workflowScheme } of values) {
      const { id, name, defaultWorkflow, issueTypeMappings } = workflowScheme;
      const facts = { id: id === undefined ? null : String(id), name, defaultWorkflow, mappings: issueTypeMappings };
      for (const projectId of ids) schemes.set(projectId, facts);
    }
  }
  return schemes;
}
