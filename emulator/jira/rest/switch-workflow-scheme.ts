import * as v from 'valibot';
import type { Issue } from '../model/issue';
import { demandJiraAdministrator } from '../permissions';
import { submitStatusMoves } from '../status-moves';
import { JiraError } from './errors';
import { taskAccepted } from './get-task';
import { type Operation, readWholeBody } from './operation';
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
    const moves = issuesWithoutStatus(store, project, scheme).map((issue) => {
      const statusId = mappedStatus(mappings, issue);
      if (statusId === undefined) {
        const name = store.statuses.get(issue.statusId)?.name ?? issue.statusId;
        throw new JiraError(400, [
          `The status '${name}' is not in the workflow that ${issue.key} would follow, and no mapping is given for it.`,
        ]);
      }
      if (!store.statuses.has(statusId))
        throw new JiraError(400, [`The status with the ID ${statusId} does not exist.`]);
      return { issue, statusId };
    });
    const task = await submitStatusMoves(jira, caller, `Switch the workflow scheme of ${project.key}`, moves, () => {
      project.workflowSchemeId = scheme.id;
    });
    return taskAccepted(jira, task);
  },
};

const mappedStatus = (mappings: Mappings, { issueTypeId, statusId }: Issue): string | undefined =>
  mappings
    .find((mapping) => mapping.issueTypeId === issueTypeId)
    ?.statusMappings.find(({ oldStatusId }) => oldStatusId === statusId)?.newStatusId;
