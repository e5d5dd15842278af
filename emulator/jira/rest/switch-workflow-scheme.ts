import * as v from 'valibot';
import { statusIdsOf } from '../configuration';
import type { Issue } from '../model/issue';
import type { WorkflowScheme } from '../model/scheme';
import type { Project } from '../model/site';
import { demandJiraAdministrator } from '../permissions';
import { requiredMappings } from '../required-mappings';
import { submitStatusMoves } from '../status-moves';
import { known } from '../store';
import { JiraError } from './errors';
import { taskAccepted } from './get-task';
import { type Call, type Operation, readWholeBody } from './operation';
import { issuesWithoutStatus, schemeOf } from './workflow-scheme-of-call';

const BodySchema = v.object({
  projectId: v.string(),
  targetSchemeId: v.string(),
  mappingsByIssueTypeOverride: v.optional(
    v.array(
      v.strictObject({
        issueTypeId: v.string(),
        statusMappings: v.array(v.strictObject({ oldStatusId: v.string(), newStatusId: v.string() })),
      }),
    ),
    [],
  ),
});
type Mappings = v.InferOutput<typeof BodySchema>['mappingsByIssueTypeOverride'];

/** Gives a project another workflow scheme, as a task that moves its issues by the mappings of statuses. */
export const switchWorkflowSchemeForProject: Operation = {
  operationId: 'switchWorkflowSchemeForProject',
  method: 'POST',
  path: '/workflowscheme/project/switch',
  handle: async (call) => {
    const { jira, store, who } = call;
    const caller = demandJiraAdministrator(store, who);
    const { projectId, targetSchemeId, mappingsByIssueTypeOverride: mappings } = readWholeBody(BodySchema, call);
    const project = store.projects.get(projectId);
    if (project === undefined) throw new JiraError(400, [`The project with the ID ${projectId} does not exist.`]);
    if (project.style === 'next-gen') throw new JiraError(400, ['A team-managed project has no workflow scheme.']);
    const scheme = schemeOf(call, targetSchemeId);
    demandMappings(call, project, scheme, mappings);
    const moves = issuesWithoutStatus(store, project, scheme).map((issue) => ({
      issue,
      statusId: mappedStatus(mappings, issue) ?? issue.statusId,
    }));
    const task = await submitStatusMoves(jira, caller, `Switch the workflow scheme of ${project.key}`, moves, () => {
      project.workflowSchemeId = scheme.id;
    });
    return taskAccepted(jira, task);
  },
};

/**
 * Each status that a work type would lose wants a mapping to one that it has then, whether an issue is in it or not:
 * `mappingsByIssueTypeOverride` in https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-schemes/
 */
function demandMappings({ store }: Call, project: Project, scheme: WorkflowScheme, mappings: Mappings): void {
  const before = known(store.workflowSchemes, project.workflowSchemeId);
  const stranded = issuesWithoutStatus(store, project, scheme);
  for (const { issueTypeId, to, statusIds } of requiredMappings(store, [project], before, scheme)) {
    const ofIssues = stranded.filter((issue) => issue.issueTypeId === issueTypeId).map(({ statusId }) => statusId);
    for (const statusId of [...statusIds, ...ofIssues]) {
      const target = mappedStatus(mappings, { issueTypeId, statusId });
      if (target === undefined || !statusIdsOf(to).includes(target)) {
        const [type, status] = [known(store.issueTypes, issueTypeId), known(store.statuses, statusId)];
        throw new JiraError(400, [
          `The status '${status.name}' is not in the workflow that work of type '${type.name}' would follow: a mapping to one that is has to be given.`,
        ]);
      }
    }
  }
}

const mappedStatus = (mappings: Mappings, { issueTypeId, statusId }: Pick<Issue, 'issueTypeId' | 'statusId'>) =>
  mappings
    .find((mapping) => mapping.issueTypeId === issueTypeId)
    ?.statusMappings.find(({ oldStatusId }) => oldStatusId === statusId)?.newStatusId;
