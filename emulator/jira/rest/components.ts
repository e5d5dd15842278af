import * as v from 'valibot';
import type { Component } from '../model/component';
import { administeredProject, browsedProject } from '../permissions';
import { known } from '../store';
import { userJson } from '../user-json';
import { JiraError } from './errors';
import { type Call, noContent, type Operation, pageBean, pageOf, param, readWholeBody } from './operation';

const content = {
  description: v.optional(v.string()),
  leadAccountId: v.optional(v.nullable(v.string())),
  assigneeType: v.optional(v.picklist(['PROJECT_DEFAULT', 'COMPONENT_LEAD', 'PROJECT_LEAD', 'UNASSIGNED'])),
};

export const getProjectComponents: Operation = {
  operationId: 'getProjectComponents',
  method: 'GET',
  path: '/project/{projectIdOrKey}/components',
  handle: (call) => Response.json(componentsOf(call).map((component) => componentJson(call, component))),
};

export const getProjectComponentsPaginated: Operation = {
  operationId: 'getProjectComponentsPaginated',
  method: 'GET',
  path: '/project/{projectIdOrKey}/component',
  query: ['startAt', 'maxResults', 'query'],
  handle: (call) => {
    const text = (call.query.get('query') ?? '').toLowerCase();
    const found = componentsOf(call).filter(({ name }) => name.toLowerCase().includes(text));
    return Response.json(
      pageBean(
        found.map((component) => componentJson(call, component)),
        pageOf(call, 50, 50),
      ),
    );
  },
};

export const getComponent: Operation = {
  operationId: 'getComponent',
  method: 'GET',
  path: '/component/{id}',
  handle: (call) => {
    const component = componentOf(call);
    browsedProject(call.store, call.who, component.projectId);
    return Response.json(componentJson(call, component));
  },
};

export const createComponent: Operation = {
  operationId: 'createComponent',
  method: 'POST',
  path: '/component',
  handle: (call) => {
    const { store, who } = call;
    const body = readWholeBody(v.object({ name: v.string(), project: v.string(), ...content }), call);
    const project = administeredProject(store, who, body.project);
    const component: Component = {
      id: store.nextId('component'),
      projectId: project.id,
      name: freeName(call, project.id, body.name),
      description: body.description ?? '',
      leadAccountId: body.leadAccountId ?? null,
      assigneeType: body.assigneeType ?? 'PROJECT_DEFAULT',
    };
    store.components.set(component.id, component);
    return Response.json(componentJson(call, component), { status: 201 });
  },
};

export const updateComponent: Operation = {
  operationId: 'updateComponent',
  method: 'PUT',
  path: '/component/{id}',
  handle: (call) => {
    const component = componentOf(call);
    administeredProject(call.store, call.who, component.projectId);
    const body = readWholeBody(v.object({ name: v.optional(v.string()), ...content }), call);
    if (body.name !== undefined && body.name !== component.name) {
      component.name = freeName(call, component.projectId, body.name);
    }
    component.description = body.description ?? component.description;
    if (body.leadAccountId !== undefined) component.leadAccountId = body.leadAccountId;
    component.assigneeType = body.assigneeType ?? component.assigneeType;
    return Response.json(componentJson(call, component));
  },
};

export const deleteComponent: Operation = {
  operationId: 'deleteComponent',
  method: 'DELETE',
  path: '/component/{id}',
  handle: (call) => {
    const component = componentOf(call);
    administeredProject(call.store, call.who, component.projectId);
    call.store.components.delete(component.id);
    return noContent();
  },
};

function componentOf(call: Call): Component {
  const component = call.store.components.get(param(call, 'id'));
  if (component === undefined) {
    throw new JiraError(404, [`The component with id ${param(call, 'id')} does not exist.`]);
  }
  return component;
}

function componentsOf(call: Call): readonly Component[] {
  const project = browsedProject(call.store, call.who, param(call, 'projectIdOrKey'));
  return [...call.store.components.values()]
    .filter(({ projectId }) => projectId === project.id)
    .sort((a, b) => a.name.localeCompare(b.name));
}

function freeName({ store }: Call, projectId: string, given: string): string {
  const name = given.trim();
  if (name === '') throw new JiraError(400, [], { name: 'The component name specified is invalid.' });
  const taken = [...store.components.values()].some((one) => one.projectId === projectId && one.name === name);
  if (taken)
    throw new JiraError(400, [], { name: `A component with the name ${name} already exists in this project.` });
  return name;
}

function componentJson({ store, jira }: Call, component: Component) {
  const { id, name, description, leadAccountId, assigneeType, projectId } = component;
  const project = known(store.projects, projectId);
  const lead = leadAccountId === null ? undefined : store.accounts.get(leadAccountId);
  return {
    self: `${jira.baseUrl()}/rest/api/3/component/${id}`,
    id,
    name,
    description,
    ...(lead === undefined ? {} : { lead: userJson(lead, jira.baseUrl()) }),
    assigneeType,
    isAssigneeTypeValid: true,
    project: project.key,
    projectId: Number(projectId),
  };
}
