import * as v from 'valibot';
import type { WorkflowScheme } from '../model/scheme';
import { demandJiraAdministrator } from '../permissions';
import { JiraError, NotModelled } from './errors';
import { type Call, listed, noContent, type Operation, pageBean, pageOf, param, readWholeBody } from './operation';
import { hasIssues, projectsOf, schemeJson, schemeOf, workflowNamed } from './workflow-scheme-of-call';

const content = {
  description: v.optional(v.string()),
  defaultWorkflow: v.optional(v.string()),
  issueTypeMappings: v.optional(v.record(v.string(), v.string())),
};

export const getAllWorkflowSchemes: Operation = {
  operationId: 'getAllWorkflowSchemes',
  method: 'GET',
  path: '/workflowscheme',
  query: ['startAt', 'maxResults'],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const all = [...call.store.workflowSchemes.values()].filter(({ projectId }) => projectId === undefined);
    const page = pageOf(call, 50, 50);
    return Response.json(
      pageBean(
        all.map((scheme) => schemeJson(call, scheme)),
        page,
      ),
    );
  },
};

export const getWorkflowScheme: Operation = {
  operationId: 'getWorkflowScheme',
  method: 'GET',
  path: '/workflowscheme/{id}',
  query: ['returnDraftIfExists'],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    return Response.json(schemeJson(call, schemeOf(call, param(call, 'id'))));
  },
};

export const createWorkflowScheme: Operation = {
  operationId: 'createWorkflowScheme',
  method: 'POST',
  path: '/workflowscheme',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const body = readWholeBody(v.object({ name: v.string(), ...content }), call);
    demandFreeName(call, body.name);
    const scheme: WorkflowScheme = {
      id: store.nextId('workflowscheme'),
      name: body.name,
      description: body.description ?? '',
      defaultWorkflowId: body.defaultWorkflow === undefined ? 'simple' : workflowNamed(store, body.defaultWorkflow).id,
      mappings: mappingsOf(call, body.issueTypeMappings ?? {}),
    };
    store.workflowSchemes.set(scheme.id, scheme);
    return Response.json(schemeJson(call, scheme), { status: 201 });
  },
};

/** A scheme in use would get a draft, which is not modelled: without leave to make one Jira refuses. */
export const updateWorkflowScheme: Operation = {
  operationId: 'updateWorkflowScheme',
  method: 'PUT',
  path: '/workflowscheme/{id}',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const scheme = schemeOf(call, param(call, 'id'));
    const body = readWholeBody(
      v.object({ name: v.optional(v.string()), ...content, updateDraftIfNeeded: v.optional(v.boolean(), false) }),
      call,
    );
    if (projectsOf(store, scheme).length > 0) {
      if (body.updateDraftIfNeeded) throw new NotModelled('The embedded Jira does not model drafts of schemes yet.');
      throw new JiraError(400, ['The workflow scheme is in use: it cannot be edited without a draft.']);
    }
    if (body.name !== undefined && body.name !== scheme.name) demandFreeName(call, body.name);
    scheme.name = body.name ?? scheme.name;
    scheme.description = body.description ?? scheme.description;
    if (body.defaultWorkflow !== undefined) scheme.defaultWorkflowId = workflowNamed(store, body.defaultWorkflow).id;
    if (body.issueTypeMappings !== undefined) scheme.mappings = mappingsOf(call, body.issueTypeMappings);
    return Response.json(schemeJson(call, scheme));
  },
};

export const deleteWorkflowScheme: Operation = {
  operationId: 'deleteWorkflowScheme',
  method: 'DELETE',
  path: '/workflowscheme/{id}',
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const scheme = schemeOf(call, param(call, 'id'));
    if (projectsOf(call.store, scheme).length > 0) throw new JiraError(400, ['The workflow scheme is in use.']);
    call.store.workflowSchemes.delete(scheme.id);
    return noContent();
  },
};

export const getWorkflowSchemeProjectAssociations: Operation = {
  operationId: 'getWorkflowSchemeProjectAssociations',
  method: 'GET',
  path: '/workflowscheme/project',
  query: ['projectId'],
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const asked = listed(call, 'projectId');
    if (asked.length === 0) throw new JiraError(400, ['A project ID has to be given.']);
    const values = [...store.workflowSchemes.values()].flatMap((scheme) => {
      const projectIds = projectsOf(store, scheme)
        .map(({ id }) => id)
        .filter((id) => asked.includes(id));
      return projectIds.length === 0 || scheme.projectId !== undefined
        ? []
        : [{ projectIds, workflowScheme: schemeJson(call, scheme) }];
    });
    return Response.json({ values });
  },
};

/** For projects without issues only: those of others need their statuses mapped, by a switch. */
export const assignSchemeToProject: Operation = {
  operationId: 'assignSchemeToProject',
  method: 'PUT',
  path: '/workflowscheme/project',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const { projectId, workflowSchemeId } = readWholeBody(
      v.object({ projectId: v.string(), workflowSchemeId: v.string() }),
      call,
    );
    const project = store.projects.get(projectId);
    if (project === undefined) throw new JiraError(404, [`The project with the ID ${projectId} was not found.`]);
    const scheme = schemeOf(call, workflowSchemeId);
    if (project.style === 'next-gen') throw new JiraError(400, ['A team-managed project has no workflow scheme.']);
    if (hasIssues(store, project)) {
      throw new JiraError(400, ['The workflow scheme can only be assigned to a project that has no issues.']);
    }
    project.workflowSchemeId = scheme.id;
    return noContent();
  },
};

function demandFreeName({ store }: Call, name: string): void {
  if (name.trim() === '') throw new JiraError(400, ['The name of the workflow scheme has to be given.']);
  if ([...store.workflowSchemes.values()].some((scheme) => scheme.name === name)) {
    throw new JiraError(400, [`A workflow scheme with the name '${name}' already exists.`]);
  }
}

function mappingsOf({ store }: Call, given: Readonly<Record<string, string>>): WorkflowScheme['mappings'] {
  const entries = Object.entries(given).map(([typeId, name]) => {
    if (!store.issueTypes.has(typeId))
      throw new JiraError(400, [`The issue type with the ID ${typeId} does not exist.`]);
    return [typeId, workflowNamed(store, name).id] as const;
  });
  return Object.fromEntries(entries);
}
