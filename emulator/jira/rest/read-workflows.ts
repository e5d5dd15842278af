import * as v from 'valibot';
import { usesOf, workflowIdFor } from '../configuration';
import type { Workflow } from '../model/workflow';
import { workflowJson, workflowsJson } from '../workflow-json';
import { JiraError } from './errors';
import { type Call, type Operation, pageBean, pageOf, readWholeBody } from './operation';
import { demandWorkflowReader, mayReadWorkflow } from './workflow-scope';

const Texts = v.optional(v.array(v.string()), []);

const ReadSchema = v.object({
  workflowNames: Texts,
  workflowIds: Texts,
  projectAndIssueTypes: v.optional(v.array(v.strictObject({ projectId: v.string(), issueTypeId: v.string() })), []),
});

/** By names, ids, or pairs of project and work type; what is not found, or hidden, is left out. */
export const readWorkflows: Operation = {
  operationId: 'readWorkflows',
  method: 'POST',
  path: '/workflows',
  handle: (call) => {
    const { store } = call;
    demandWorkflowReader(call);
    const { workflowNames, workflowIds, projectAndIssueTypes } = readWholeBody(ReadSchema, call);
    const ofPairs = projectAndIssueTypes.flatMap(({ projectId, issueTypeId }) => {
      const project = store.projects.get(projectId);
      return project === undefined ? [] : [workflowIdFor(store, project, issueTypeId)];
    });
    const found = [...store.workflows.values()].filter(
      ({ id, name }) => workflowNames.includes(name) || workflowIds.includes(id) || ofPairs.includes(id),
    );
    const readable = found.filter((workflow) => mayReadWorkflow(call, workflow));
    return Response.json(workflowsJson(store, readable));
  },
};

const ORDERS: Readonly<Record<string, (a: Workflow, b: Workflow) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name),
  '+name': (a, b) => a.name.localeCompare(b.name),
  '-name': (a, b) => b.name.localeCompare(a.name),
};

export const searchWorkflows: Operation = {
  operationId: 'searchWorkflows',
  method: 'GET',
  path: '/workflows/search',
  query: ['startAt', 'maxResults', 'queryString', 'orderBy', 'scope', 'isActive'],
  expand: ['values.transitions'],
  handle: (call) => {
    const { store, query } = call;
    demandWorkflowReader(call);
    const order = ORDERS[query.get('orderBy') ?? 'name'];
    if (order === undefined) throw new JiraError(400, ["The value of 'orderBy' is not valid."]);
    const found = [...store.workflows.values()]
      .filter((workflow) => mayReadWorkflow(call, workflow) && isWanted(call, workflow))
      .sort(order);
    const page = pageOf(call, 50, 200);
    const { statuses } = workflowsJson(store, found.slice(page.startAt, page.startAt + page.maxResults));
    return Response.json({ ...pageBean(found.map(workflowJson), page), statuses });
  },
};

function isWanted({ store, query }: Call, { id, name, projectId }: Workflow): boolean {
  const active = query.get('isActive');
  const scope = query.get('scope');
  return (
    name.toLowerCase().includes((query.get('queryString') ?? '').toLowerCase()) &&
    (active === null || usesOf(store, id).length > 0 === (active === 'true')) &&
    (scope === null || scope === (projectId === undefined ? 'GLOBAL' : 'PROJECT'))
  );
}

/** Where a workflow is used: the ids of its projects. */
export const getProjectUsagesForWorkflow: Operation = {
  operationId: 'getProjectUsagesForWorkflow',
  method: 'GET',
  path: '/workflow/{workflowId}/projectUsages',
  query: ['maxResults'],
  handle: (call) => {
    demandWorkflowReader(call);
    const workflow = call.store.workflows.get(call.params.workflowId ?? '');
    if (workflow === undefined || !mayReadWorkflow(call, workflow)) {
      throw new JiraError(404, ['The workflow does not exist.']);
    }
    const { maxResults } = pageOf(call, 50, 200);
    const values = usesOf(call.store, workflow.id).map(({ project }) => ({ id: project.id }));
    return Response.json({ workflowId: workflow.id, projects: { values: values.slice(0, maxResults) } });
  },
};
