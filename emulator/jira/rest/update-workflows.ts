import * as v from 'valibot';
import { statusIdsOf, usesOf } from '../configuration';
import type { Issue } from '../model/issue';
import type { Workflow } from '../model/workflow';
import { callerId } from '../permissions';
import { type StatusMove, submitStatusMoves } from '../status-moves';
import type { JiraStore } from '../store';
import { contentProblems, problem, statusMeant, statusProblems, type WorkflowProblem } from '../workflow-check';
import { type ChangedWorkflowDocument, type UpdateWorkflows, UpdateWorkflowsSchema } from '../workflow-document';
import { versionId, workflowsJson } from '../workflow-json';
import { writeStatuses, writtenContent } from '../workflow-write';
import { demandNoProblem } from './create-workflows';
import { JiraError } from './errors';
import { type Call, type Operation, readWholeBody } from './operation';
import { demandScope, scopeOf } from './workflow-scope';

/** A full replacement: a transition that is not named is gone. Issues of a status that is gone follow the mappings. */
export const updateWorkflows: Operation = {
  operationId: 'updateWorkflows',
  method: 'POST',
  path: '/workflows/update',
  handle: async (call) => {
    const { jira, store, who } = call;
    const asked = readWholeBody(UpdateWorkflowsSchema, call);
    const changes = changesOf(call, asked);
    demandLatest(changes);
    demandNoProblem(problemsOf(store, asked, changes));
    const stranded = changes.flatMap((change) => strandedIssues(store, change, asked));
    const statusIds = writeStatuses(store, asked.statuses, changes[0]?.workflow.projectId);
    const moves = stranded.map(({ issue, reference }): StatusMove => {
      const statusId = statusIds.get(reference ?? '') ?? issue.statusId;
      return { issue, statusId };
    });
    for (const { workflow, document } of changes) {
      const versionNumber = workflow.versionNumber + 1;
      Object.assign(workflow, writtenContent(store, document, statusIds), { versionNumber });
    }
    const task =
      moves.length === 0 ? undefined : await submitStatusMoves(jira, callerId(who), 'Update workflows', moves);
    const written = changes.map(({ workflow }) => workflow);
    return Response.json({ ...workflowsJson(store, written), ...(task === undefined ? {} : { taskId: task.id }) });
  },
};

const ValidationSchema = v.object({
  payload: v.strictObject(UpdateWorkflowsSchema.entries),
  validationOptions: v.optional(v.strictObject({ levels: v.optional(v.array(v.picklist(['WARNING', 'ERROR']))) })),
});

export const validateUpdateWorkflows: Operation = {
  operationId: 'validateUpdateWorkflows',
  method: 'POST',
  path: '/workflows/update/validation',
  handle: (call) => {
    const { payload, validationOptions } = readWholeBody(ValidationSchema, call);
    const changes = changesOf(call, payload);
    const wanted = validationOptions?.levels?.includes('ERROR') !== false;
    return Response.json({ errors: wanted ? problemsOf(call.store, payload, changes) : [] });
  },
};

interface Change {
  readonly workflow: Workflow;
  readonly document: ChangedWorkflowDocument;
}

/** The workflows that the call changes, all of which the caller may edit. */
function changesOf(call: Call, { workflows }: UpdateWorkflows): readonly Change[] {
  return workflows.map((document) => {
    const workflow = call.store.workflows.get(document.id);
    if (workflow === undefined) {
      callerId(call.who);
      throw new JiraError(400, [`The workflow with the ID ${document.id} does not exist.`]);
    }
    demandScope(call, scopeOf(workflow));
    return { workflow, document };
  });
}

/** Who has not seen the last change of a workflow may not replace it. */
function demandLatest(changes: readonly Change[]): void {
  const late = changes.find(
    ({ workflow, document: { version } }) =>
      version.versionNumber !== workflow.versionNumber || version.id !== versionId(workflow),
  );
  if (late === undefined) return;
  throw new JiraError(409, [
    `The workflow '${late.workflow.name}' was changed by somebody else since it was read. Read it again and retry.`,
  ]);
}

function problemsOf(store: JiraStore, asked: UpdateWorkflows, changes: readonly Change[]): readonly WorkflowProblem[] {
  const references = new Set(asked.statuses.map(({ statusReference }) => statusReference));
  return [
    ...statusProblems(store, asked.statuses, changes[0]?.workflow.projectId),
    ...changes.flatMap((change) => [
      ...contentProblems(change.document, references),
      ...strandedIssues(store, change, asked)
        .filter(({ reference }) => !references.has(reference ?? ''))
        .map(({ issue }) => unmapped(store, issue)),
    ]),
  ];
}

const unmapped = (store: JiraStore, { projectId, issueTypeId, statusId, key }: Issue): WorkflowProblem =>
  problem(
    'STATUS_MAPPING',
    'STATUS_MAPPING_MISSING',
    `The status '${store.statuses.get(statusId)?.name ?? statusId}' is removed, and ${key} is in it: give a status to move it to.`,
    { statusMappingReference: { projectId, issueTypeId }, statusReference: statusId },
  );

/** Issues in a status that the workflow loses, each with the reference of the status to which it is mapped. */
function strandedIssues(store: JiraStore, { workflow, document }: Change, { statuses }: UpdateWorkflows) {
  const references = new Set(document.statuses.map(({ statusReference }) => statusReference));
  const kept = statuses
    .filter(({ statusReference }) => references.has(statusReference))
    .map((status) => statusMeant(store, status)?.id);
  const lost = new Set(statusIdsOf(workflow).filter((id) => !kept.includes(id)));
  if (lost.size === 0) return [];
  const users = new Map(usesOf(store, workflow.id).map(({ project, issueTypeIds }) => [project.id, issueTypeIds]));
  return [...store.issues.values()]
    .filter(({ statusId, projectId, issueTypeId }) => {
      return lost.has(statusId) && users.get(projectId)?.includes(issueTypeId) === true;
    })
    .map((issue) => ({ issue, reference: mappedTo(document, issue) }));
}

function mappedTo({ statusMappings, defaultStatusMappings }: ChangedWorkflowDocument, issue: Issue) {
  const own = statusMappings.find(
    ({ projectId, issueTypeId }) => projectId === issue.projectId && issueTypeId === issue.issueTypeId,
  );
  return [...(own?.statusMigrations ?? []), ...defaultStatusMappings].find(
    ({ oldStatusReference }) => oldStatusReference === issue.statusId,
  )?.newStatusReference;
}
