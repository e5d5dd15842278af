import * as v from 'valibot';
import { workflowIdFor } from '../configuration';
import type { WorkflowScheme } from '../model/scheme';
import { callerId } from '../permissions';
import { submitStatusMoves } from '../status-moves';
import { known } from '../store';
import { scopeJson, versionId } from '../workflow-json';
import { JiraError } from './errors';
import { taskAccepted } from './get-task';
import { type Call, type Operation, readWholeBody } from './operation';
import { issuesWithoutStatus, projectsOf, schemeOf } from './workflow-scheme-of-call';
import { demandScope, scopeOf } from './workflow-scope';

const Ids = v.optional(v.array(v.string()), []);

export const readWorkflowSchemes: Operation = {
  operationId: 'readWorkflowSchemes',
  method: 'POST',
  path: '/workflowscheme/read',
  handle: (call) => {
    const { store, who } = call;
    callerId(who);
    const { projectIds, workflowSchemeIds } = readWholeBody(
      v.object({ projectIds: Ids, workflowSchemeIds: Ids }),
      call,
    );
    const ofProjects = projectIds.flatMap((id) => store.projects.get(id)?.workflowSchemeId ?? []);
    const found = [...store.workflowSchemes.values()].filter(
      ({ id }) => workflowSchemeIds.includes(id) || ofProjects.includes(id),
    );
    for (const scheme of found) demandScope(call, scopeOf(scheme));
    return Response.json(found.map((scheme) => documentOf(call, scheme)));
  },
};

function documentOf({ store }: Call, scheme: WorkflowScheme) {
  const { id, name, description, defaultWorkflowId, mappings, projectId } = scheme;
  const workflow = (workflowId: string) => {
    const one = known(store.workflows, workflowId);
    const version = { id: versionId(one), versionNumber: one.versionNumber };
    return { id: one.id, name: one.name, description: one.description ?? '', version };
  };
  const workflowIds = [...new Set(Object.values(mappings))];
  return {
    id,
    name,
    description,
    scope: scopeJson(projectId),
    version: schemeVersion(scheme),
    defaultWorkflow: workflow(defaultWorkflowId),
    workflowsForIssueTypes: workflowIds.map((workflowId) => ({
      workflow: workflow(workflowId),
      issueTypeIds: Object.keys(mappings).filter((typeId) => mappings[typeId] === workflowId),
    })),
  };
}

const schemeVersion = ({ id, versionNumber = 1 }: WorkflowScheme) => ({ id: `${id}-version`, versionNumber });

const StatusMappings = v.array(v.strictObject({ oldStatusId: v.string(), newStatusId: v.string() }));

const UpdateSchema = v.object({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  version: v.strictObject({ id: v.string(), versionNumber: v.number() }),
  defaultWorkflowId: v.optional(v.string()),
  workflowsForIssueTypes: v.optional(
    v.array(v.strictObject({ workflowId: v.string(), issueTypeIds: v.array(v.string()) })),
    [],
  ),
  statusMappingsByIssueTypeOverride: v.optional(
    v.array(v.strictObject({ issueTypeId: v.string(), statusMappings: StatusMappings })),
    [],
  ),
  statusMappingsByWorkflows: v.optional(
    v.array(v.strictObject({ oldWorkflowId: v.string(), newWorkflowId: v.string(), statusMappings: StatusMappings })),
    [],
  ),
});
type Update = v.InferOutput<typeof UpdateSchema>;

/** Replaces what a scheme says, in use or not. Issues whose status would be missing are moved by the mappings, as a task. */
export const updateSchemes: Operation = {
  operationId: 'updateSchemes',
  method: 'POST',
  path: '/workflowscheme/update',
  handle: async (call) => {
    const { jira, store, who } = call;
    callerId(who);
    const body = readWholeBody(UpdateSchema, call);
    const scheme = store.workflowSchemes.get(body.id) ?? schemeMissing(call, body.id);
    demandScope(call, scopeOf(scheme));
    demandSeen(scheme, body);
    const next = nextContent(call, scheme, body);
    const moves = movesTo(call, scheme, next, body);
    const apply = () => {
      Object.assign(scheme, next, { versionNumber: (scheme.versionNumber ?? 1) + 1 });
    };
    if (moves.length > 0) {
      return taskAccepted(jira, await submitStatusMoves(jira, callerId(who), 'Update workflow scheme', moves, apply));
    }
    apply();
    return Response.json({});
  },
};

function schemeMissing(call: Call, id: string): WorkflowScheme {
  demandScope(call, { type: 'GLOBAL' });
  return schemeOf(call, id);
}

function demandSeen(scheme: WorkflowScheme, { version }: Update): void {
  const { id, versionNumber } = schemeVersion(scheme);
  if (version.id === id && version.versionNumber === versionNumber) return;
  throw new JiraError(409, ['The workflow scheme was changed by somebody else since it was read.']);
}

function nextContent({ store }: Call, scheme: WorkflowScheme, body: Update) {
  const { name, description, defaultWorkflowId = scheme.defaultWorkflowId, workflowsForIssueTypes } = body;
  const pairs = workflowsForIssueTypes.flatMap(({ workflowId, issueTypeIds }) =>
    issueTypeIds.map((typeId) => [typeId, workflowId] as const),
  );
  for (const workflowId of [defaultWorkflowId, ...pairs.map(([, id]) => id)]) {
    const workflow = store.workflows.get(workflowId);
    if (workflow === undefined || workflow.projectId !== scheme.projectId) {
      throw new JiraError(400, [`The workflow with the ID ${workflowId} does not exist.`]);
    }
  }
  const strange = pairs.find(([typeId]) => !store.issueTypes.has(typeId));
  if (strange !== undefined) throw new JiraError(400, [`The issue type with the ID ${strange[0]} does not exist.`]);
  return { name, description, defaultWorkflowId, mappings: Object.fromEntries(pairs) };
}

function movesTo({ store }: Call, scheme: WorkflowScheme, next: ReturnType<typeof nextContent>, body: Update) {
  return projectsOf(store, scheme).flatMap((project) =>
    issuesWithoutStatus(store, project, next).map((issue) => {
      const before = workflowIdFor(store, project, issue.issueTypeId);
      const after = next.mappings[issue.issueTypeId] ?? next.defaultWorkflowId;
      const own = body.statusMappingsByIssueTypeOverride.find(({ issueTypeId }) => issueTypeId === issue.issueTypeId);
      const ofWorkflows = body.statusMappingsByWorkflows.find(
        ({ oldWorkflowId, newWorkflowId }) => oldWorkflowId === before && newWorkflowId === after,
      );
      const statusId = [...(own?.statusMappings ?? []), ...(ofWorkflows?.statusMappings ?? [])].find(
        ({ oldStatusId }) => oldStatusId === issue.statusId,
      )?.newStatusId;
      if (statusId === undefined || !store.statuses.has(statusId)) {
        throw new JiraError(400, [
          `No mapping is given for the status of ${issue.key}, which the workflow would lack.`,
        ]);
      }
      return { issue, statusId };
    }),
  );
}
