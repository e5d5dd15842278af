import * as v from 'valibot';
import { statusIdsOf } from '../configuration';
import type { Status, StatusCategory } from '../model/site';
import { callerId } from '../permissions';
import { ScopeSchema } from '../workflow-document';
import { plainStatusJson } from '../workflow-json';
import { JiraError } from './errors';
import { type Call, listed, noContent, type Operation, pageBean, pageOf, readWholeBody } from './operation';
import { demandScope, demandWorkflowReader, scopeOf } from './workflow-scope';

const CATEGORY: Readonly<Record<string, StatusCategory>> = { TODO: 'new', IN_PROGRESS: 'indeterminate', DONE: 'done' };

const content = {
  name: v.string(),
  description: v.optional(v.string(), ''),
  statusCategory: v.picklist(['TODO', 'IN_PROGRESS', 'DONE']),
};

export const getStatusesById: Operation = {
  operationId: 'getStatusesById',
  method: 'GET',
  path: '/statuses',
  query: ['id'],
  handle: (call) => {
    demandWorkflowReader(call);
    const ids = listed(call, 'id');
    if (ids.length === 0 || ids.length > 50)
      throw new JiraError(400, ['Between 1 and 50 status IDs have to be given.']);
    return Response.json(ids.flatMap((id) => call.store.statuses.get(id) ?? []).map(plainStatusJson));
  },
};

export const createStatuses: Operation = {
  operationId: 'createStatuses',
  method: 'POST',
  path: '/statuses',
  handle: (call) => {
    const { store } = call;
    const { scope, statuses } = readWholeBody(
      v.object({ scope: ScopeSchema, statuses: v.array(v.strictObject(content)) }),
      call,
    );
    const project = demandScope(call, scope);
    const names = statuses.map(({ name }) => name.trim());
    if (new Set(names.map((name) => name.toLowerCase())).size < names.length) throw notUnique(names.join(', '));
    for (const name of names) demandFreeName(call, name, project?.id);
    const made = statuses.map(({ name, description, statusCategory }): Status => {
      const own = project === undefined ? {} : { projectId: project.id };
      const category = CATEGORY[statusCategory] ?? 'new';
      return { id: store.nextId('status'), name: name.trim(), description, category, ...own };
    });
    for (const status of made) store.statuses.set(status.id, status);
    return Response.json(made.map(plainStatusJson));
  },
};

export const updateStatuses: Operation = {
  operationId: 'updateStatuses',
  method: 'PUT',
  path: '/statuses',
  handle: (call) => {
    const { statuses } = readWholeBody(
      v.object({ statuses: v.array(v.strictObject({ ...content, id: v.string() })) }),
      call,
    );
    const changes = statuses.map(({ id, name, description, statusCategory }) => {
      const status = editable(call, id);
      demandFreeName(call, name, status.projectId, id);
      return { status, next: { name: name.trim(), description, category: CATEGORY[statusCategory] ?? 'new' } };
    });
    for (const { status, next } of changes) Object.assign(status, next);
    return noContent();
  },
};

/** A status that a workflow or an issue has is not deleted. */
export const deleteStatusesById: Operation = {
  operationId: 'deleteStatusesById',
  method: 'DELETE',
  path: '/statuses',
  query: ['id'],
  handle: (call) => {
    const { store } = call;
    const doomed = listed(call, 'id').map((id) => editable(call, id));
    if (doomed.length === 0) throw new JiraError(400, ['Status IDs have to be given.']);
    const used = doomed.find(({ id }) =>
      [...store.workflows.values()].some((workflow) => statusIdsOf(workflow).includes(id)),
    );
    if (used !== undefined) throw new JiraError(400, [`The status '${used.name}' is used by a workflow.`]);
    for (const { id } of doomed) store.statuses.delete(id);
    return noContent();
  },
};

export const searchStatuses: Operation = {
  operationId: 'search',
  method: 'GET',
  path: '/statuses/search',
  query: ['projectId', 'startAt', 'maxResults', 'searchString', 'statusCategory'],
  handle: (call) => {
    const { store, query } = call;
    demandWorkflowReader(call);
    const text = (query.get('searchString') ?? '').toLowerCase();
    const projectId = query.get('projectId') ?? undefined;
    const category = query.get('statusCategory');
    if (category !== null && CATEGORY[category] === undefined) {
      throw new JiraError(400, [`The status category '${category}' is not valid.`]);
    }
    const found = [...store.statuses.values()]
      .filter((status) => status.projectId === projectId && status.name.toLowerCase().includes(text))
      .filter((status) => category === null || status.category === CATEGORY[category])
      .map(plainStatusJson);
    return Response.json(pageBean(found, pageOf(call, 200, 200)));
  },
};

function editable(call: Call, id: string): Status {
  callerId(call.who);
  const status = call.store.statuses.get(id);
  if (status === undefined) throw new JiraError(400, [`The status with the ID ${id} does not exist.`]);
  demandScope(call, scopeOf(status));
  return status;
}

function demandFreeName({ store }: Call, given: string, projectId: string | undefined, ownId?: string): void {
  const name = given.trim().toLowerCase();
  if (name === '' || name.length > 255) throw new JiraError(400, ['The name of a status has 1 to 255 characters.']);
  const taken = [...store.statuses.values()].some(
    (status) => status.id !== ownId && status.projectId === projectId && status.name.toLowerCase() === name,
  );
  if (taken) throw notUnique(given);
}

const notUnique = (name: string) => new JiraError(400, [`The status name has to be unique: ${name}.`]);
