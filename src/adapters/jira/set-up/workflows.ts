import { route } from '@forge/api';
import type { Deed } from '../../../domain/set-up/deed';
import { type ReadWorkflow, WorkflowsShape, workflowsIn } from '../configuration/workflow-document';
import { call, postJson } from '../request';
import { scopeJson } from './statuses';
import { documentOf, withAdditions, withoutRuleIds } from './workflow-document';
import { bare, placedStatus, statusJson, transitionJson } from './workflow-parts';

/** A workflow of the name, or null. */
export async function readWorkflowNamed(name: string): Promise<ReadWorkflow | null> {
  const answer = await postJson('person', route`/rest/api/3/workflows`, { workflowNames: [name] }, WorkflowsShape);
  return workflowsIn(answer)[0] ?? null;
}

export async function makeWorkflow(deed: Extract<Deed, { kind: 'new-workflow' }>): Promise<void> {
  const { name, description, scope, initialStatusId, additions } = deed;
  const create = { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: initialStatusId };
  await call('person', 'POST', route`/rest/api/3/workflows/create`, {
    scope: scopeJson(scope),
    statuses: additions.statuses.map(statusJson),
    workflows: [
      {
        name,
        description,
        startPointLayout: { x: -200, y: 0 },
        statuses: additions.statuses.map(placedStatus),
        transitions: [bare(create), ...additions.transitions.map(transitionJson)],
      },
    ],
  });
}

export async function amendWorkflow({
  workflow,
  additions,
}: Extract<Deed, { kind: 'amended-workflow' }>): Promise<void> {
  const document = await documentOf(workflow);
  const { statuses, content } = withAdditions(document, additions);
  const { id, version, description } = document.workflow;
  await call('person', 'POST', route`/rest/api/3/workflows/update`, {
    statuses,
    workflows: [{ ...content, id, version, description: description ?? '' }],
  });
}

export async function copyWorkflow(deed: Extract<Deed, { kind: 'copied-workflow' }>): Promise<void> {
  const { name, description, scope, source, additions } = deed;
  const { statuses, content } = withAdditions(await documentOf(source), additions);
  await call('person', 'POST', route`/rest/api/3/workflows/create`, {
    scope: scopeJson(scope),
    statuses,
    workflows: [{ ...content, name, description, transitions: content.transitions.map(withoutRuleIds) }],
  });
}
