import * as v from 'valibot';
import { statusIdsOf } from '../configuration';
import { callerId } from '../permissions';
import { requiredMappings } from '../required-mappings';
import { known } from '../store';
import { plainStatusJson } from '../workflow-json';
import { JiraError } from './errors';
import { type Operation, readWholeBody } from './operation';
import { projectsOf } from './workflow-scheme-of-call';
import { demandScope, scopeOf } from './workflow-scope';

const BodySchema = v.object({
  id: v.string(),
  defaultWorkflowId: v.nullish(v.string()),
  workflowsForIssueTypes: v.array(v.strictObject({ workflowId: v.string(), issueTypeIds: v.array(v.string()) })),
});

/** What mappings a change of a scheme would need: of each work type, and of each pair of workflows. */
export const getRequiredWorkflowSchemeMappings: Operation = {
  operationId: 'getRequiredWorkflowSchemeMappings',
  method: 'POST',
  path: '/workflowscheme/update/mappings',
  handle: (call) => {
    const { store, who } = call;
    callerId(who);
    const { id, defaultWorkflowId, workflowsForIssueTypes } = readWholeBody(BodySchema, call);
    const scheme = store.workflowSchemes.get(id);
    demandScope(call, scheme === undefined ? { type: 'GLOBAL' } : scopeOf(scheme));
    if (scheme === undefined) throw new JiraError(400, [`The workflow scheme with the ID ${id} does not exist.`]);
    const pairs = workflowsForIssueTypes.flatMap(({ workflowId, issueTypeIds }) =>
      issueTypeIds.map((typeId) => [typeId, workflowId] as const),
    );
    const after = {
      defaultWorkflowId: defaultWorkflowId ?? scheme.defaultWorkflowId,
      mappings: Object.fromEntries(pairs),
    };
    const strange = [after.defaultWorkflowId, ...pairs.map(([, workflowId]) => workflowId)].find(
      (workflowId) => !store.workflows.has(workflowId),
    );
    if (strange !== undefined) throw new JiraError(400, [`The workflow with the ID ${strange} does not exist.`]);
    const required = requiredMappings(store, projectsOf(store, scheme), scheme, after);
    const workflows = [...new Set(required.flatMap(({ from, to }) => [from, to]))];
    const statusIds = [...new Set(workflows.flatMap(statusIdsOf))];
    return Response.json({
      statusMappingsByIssueTypes: required.map((one) => ({ issueTypeId: one.issueTypeId, statusIds: one.statusIds })),
      statusMappingsByWorkflows: [...new Map(required.map((one) => [`${one.from.id} ${one.to.id}`, one])).values()].map(
        ({ from, to, statusIds: missing }) => ({
          sourceWorkflowId: from.id,
          targetWorkflowId: to.id,
          statusIds: missing,
        }),
      ),
      statuses: statusIds.map((statusId) => {
        const { name, statusCategory } = plainStatusJson(known(store.statuses, statusId));
        return { id: statusId, name, category: statusCategory };
      }),
      statusesPerWorkflow: workflows.map((workflow) => ({
        workflowId: workflow.id,
        initialStatusId: workflow.initialStatusId,
        statuses: statusIdsOf(workflow),
      })),
    });
  },
};
