import * as v from 'valibot';
import type { Workflow } from '../model/workflow';
import { contentProblems, problem, statusProblems, type WorkflowProblem } from '../workflow-check';
import { type CreateWorkflows, CreateWorkflowsSchema } from '../workflow-document';
import { workflowsJson } from '../workflow-json';
import { writeStatuses, writtenContent } from '../workflow-write';
import { JiraError } from './errors';
import { type Call, type Operation, readWholeBody } from './operation';
import { demandScope } from './workflow-scope';

export const createWorkflows: Operation = {
  operationId: 'createWorkflows',
  method: 'POST',
  path: '/workflows/create',
  handle: (call) => {
    const { store } = call;
    const asked = readWholeBody(CreateWorkflowsSchema, call);
    const project = demandScope(call, asked.scope);
    demandNoProblem(problemsOf(call, asked, project?.id));
    const statusIds = writeStatuses(store, asked.statuses, project?.id);
    const made = asked.workflows.map(({ name, ...content }): Workflow => {
      const id = workflowId(Number(store.nextId('workflow')));
      const own = project === undefined ? {} : { projectId: project.id };
      return { ...writtenContent(store, content, statusIds), id, name: name.trim(), ...own, versionNumber: 1 };
    });
    for (const workflow of made) store.workflows.set(workflow.id, workflow);
    return Response.json(workflowsJson(store, made));
  },
};

/** Workflow ids of Jira are UUIDs; these are counted, so that the same calls give the same ids. */
const workflowId = (count: number) => `00000000-0000-4000-a000-${String(count).padStart(12, '0')}`;

const ValidationSchema = v.object({
  payload: v.strictObject(CreateWorkflowsSchema.entries),
  validationOptions: v.optional(v.strictObject({ levels: v.optional(v.array(v.picklist(['WARNING', 'ERROR']))) })),
});

export const validateCreateWorkflows: Operation = {
  operationId: 'validateCreateWorkflows',
  method: 'POST',
  path: '/workflows/create/validation',
  handle: (call) => {
    const { payload, validationOptions } = readWholeBody(ValidationSchema, call);
    const project = demandScope(call, payload.scope);
    const wanted = validationOptions?.levels?.includes('ERROR') !== false;
    return Response.json({ errors: wanted ? problemsOf(call, payload, project?.id) : [] });
  },
};

function problemsOf(
  { store }: Call,
  { statuses, workflows }: CreateWorkflows,
  projectId: string | undefined,
): readonly WorkflowProblem[] {
  const references = new Set(statuses.map(({ statusReference }) => statusReference));
  const taken = new Set([...store.workflows.values()].map(({ name }) => name.toLowerCase()));
  return [
    ...statusProblems(store, statuses, projectId),
    ...workflows.flatMap((workflow) => [
      ...nameProblems(workflow.name, taken),
      ...contentProblems(workflow, references),
    ]),
  ];
}

function nameProblems(name: string, taken: ReadonlySet<string>): readonly WorkflowProblem[] {
  if (name.trim() === '') return [problem('WORKFLOW', 'WORKFLOW_NAME_EMPTY', 'A workflow has to have a name.')];
  if (name.length > 255)
    return [problem('WORKFLOW', 'WORKFLOW_NAME_TOO_LONG', 'The name is longer than 255 characters.')];
  if (!taken.has(name.trim().toLowerCase())) return [];
  return [problem('WORKFLOW', 'WORKFLOW_NAME_NOT_UNIQUE', `A workflow with the name '${name}' already exists.`)];
}

/** 400 with every problem's message. */
export function demandNoProblem(problems: readonly WorkflowProblem[]): void {
  if (problems.length === 0) return;
  throw new JiraError(
    400,
    problems.map(({ message }) => message),
  );
}
