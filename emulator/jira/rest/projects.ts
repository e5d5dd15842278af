import * as v from 'valibot';
import type { Project } from '../model/site';
import { administeredProject, callerId, demandJiraAdministrator, mayGlobally } from '../permissions';
import { removeProject, tellOfProject } from '../project-removal';
import { addCompanyManagedProject, addTeamManagedProject } from '../project-template';
import { submitTask } from '../tasks';
import { JiraError, NotModelled } from './errors';
import { projectDetailsJson } from './get-project';
import { taskAccepted } from './get-task';
import { type Call, noContent, type Operation, param, readWholeBody } from './operation';

const SchemeId = v.optional(v.pipe(v.number(), v.transform(String)));

const NewProjectSchema = v.object({
  key: v.string(),
  name: v.string(),
  description: v.optional(v.string(), ''),
  projectTypeKey: v.optional(v.string()),
  projectTemplateKey: v.optional(v.string()),
  leadAccountId: v.optional(v.string()),
  assigneeType: v.optional(v.picklist(['UNASSIGNED'])),
  issueTypeScheme: SchemeId,
  issueTypeScreenScheme: SchemeId,
  workflowScheme: SchemeId,
});

const TEMPLATES = 'com.pyxis.greenhopper.jira:';
const COMPANY_MANAGED = ['gh-simplified-kanban-classic', 'gh-simplified-scrum-classic'].map((key) => TEMPLATES + key);
const TEAM_MANAGED = ['gh-simplified-agility-kanban', 'gh-simplified-agility-scrum', 'gh-simplified-basic'].map(
  (key) => TEMPLATES + key,
);

export const createProject: Operation = {
  operationId: 'createProject',
  method: 'POST',
  path: '/project',
  handle: (call) => {
    const { store, who, jira } = call;
    const caller = callerId(who);
    const body = readWholeBody(NewProjectSchema, call);
    const isOwn = TEAM_MANAGED.includes(body.projectTemplateKey ?? '');
    demandCreator(call, isOwn);
    if (!isOwn && body.projectTemplateKey !== undefined && !COMPANY_MANAGED.includes(body.projectTemplateKey)) {
      throw new NotModelled(`The embedded Jira does not model the template ${body.projectTemplateKey} yet.`);
    }
    demandWhole(call, body);
    const leadAccountId = body.leadAccountId ?? caller;
    const asked = { key: body.key, name: body.name.trim(), description: body.description, leadAccountId };
    const project = (isOwn ? addTeamManagedProject : addCompanyManagedProject)(store, asked);
    if (body.issueTypeScheme !== undefined) project.issueTypeSchemeId = body.issueTypeScheme;
    if (body.issueTypeScreenScheme !== undefined) project.issueTypeScreenSchemeId = body.issueTypeScreenScheme;
    if (body.workflowScheme !== undefined) project.workflowSchemeId = body.workflowScheme;
    tellOfProject(jira, 'created', project, caller);
    const self = `${jira.baseUrl()}/rest/api/3/project/${project.id}`;
    return Response.json({ self, id: Number(project.id), key: project.key }, { status: 201 });
  },
};

/** Company-managed projects take a Jira administrator; team-managed ones a permission that most people have. */
function demandCreator({ store, who }: Call, isTeamManaged: boolean): void {
  if (!isTeamManaged) demandJiraAdministrator(store, who);
  else if (!mayGlobally(store, who, 'CREATE_PROJECT') && !mayGlobally(store, who, 'ADMINISTER')) {
    throw new JiraError(403, ['You do not have permission to create projects.']);
  }
}

function demandWhole({ store }: Call, body: v.InferOutput<typeof NewProjectSchema>): void {
  const { key, name, leadAccountId, issueTypeScheme, issueTypeScreenScheme, workflowScheme } = body;
  const errors: Record<string, string> = {};
  const others = [...store.projects.values()];
  if (!/^[A-Z][A-Z0-9]{1,9}$/.test(key)) {
    errors.projectKey =
      'Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters.';
  } else if (others.some((project) => project.key === key)) {
    errors.projectKey = `Project '${others.find((project) => project.key === key)?.name ?? ''}' uses this project key.`;
  }
  if (name.trim() === '') errors.projectName = 'You must specify a valid project name.';
  else if (others.some((project) => project.name === name.trim())) {
    errors.projectName = 'A project with that name already exists.';
  }
  if (leadAccountId !== undefined && !store.accounts.has(leadAccountId)) {
    errors.projectLead = 'You must specify a valid project lead.';
  }
  if (issueTypeScheme !== undefined && !store.issueTypeSchemes.has(issueTypeScheme)) {
    errors.issueTypeScheme = 'The issue type scheme does not exist.';
  }
  if (issueTypeScreenScheme !== undefined && !store.issueTypeScreenSchemes.has(issueTypeScreenScheme)) {
    errors.issueTypeScreenScheme = 'The issue type screen scheme does not exist.';
  }
  if (workflowScheme !== undefined && !store.workflowSchemes.has(workflowScheme)) {
    errors.workflowScheme = 'The workflow scheme does not exist.';
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
}

export const updateProject: Operation = {
  operationId: 'updateProject',
  method: 'PUT',
  path: '/project/{projectIdOrKey}',
  expand: ['description', 'lead', 'issueTypes'],
  handle: (call) => {
    const { store, who, jira } = call;
    const project = administeredProject(store, who, param(call, 'projectIdOrKey'));
    const body = readWholeBody(
      v.object({
        name: v.optional(v.string()),
        description: v.optional(v.string()),
        leadAccountId: v.optional(v.string()),
      }),
      call,
    );
    if (body.leadAccountId !== undefined && !store.accounts.has(body.leadAccountId)) {
      throw new JiraError(400, [], { projectLead: 'You must specify a valid project lead.' });
    }
    project.name = body.name ?? project.name;
    project.description = body.description ?? project.description;
    project.leadAccountId = body.leadAccountId ?? project.leadAccountId;
    tellOfProject(jira, 'updated', project, callerId(who));
    return Response.json(projectDetailsJson(call, project));
  },
};

/** To the trash, from where it can be restored; with `enableUndo=false` for good. */
export const deleteProject: Operation = {
  operationId: 'deleteProject',
  method: 'DELETE',
  path: '/project/{projectIdOrKey}',
  query: ['enableUndo'],
  handle: (call) => {
    const { jira, who } = call;
    const project = doomedProject(call);
    if (call.query.get('enableUndo') === 'false') removeProject(jira, project, callerId(who));
    else {
      project.trashed = { at: jira.clock.now().toISOString(), byAccountId: callerId(who) };
      tellOfProject(jira, 'softdeleted', project, callerId(who));
    }
    return noContent();
  },
};

/** For good, as a task. */
export const deleteProjectAsynchronously: Operation = {
  operationId: 'deleteProjectAsynchronously',
  method: 'POST',
  path: '/project/{projectIdOrKey}/delete',
  handle: async (call) => {
    const { jira, who } = call;
    const project = doomedProject(call);
    const submittedBy = callerId(who);
    const description = `Delete project ${project.key}`;
    const work = () => {
      removeProject(jira, project, submittedBy);
    };
    return taskAccepted(jira, await submitTask(jira, { submittedBy, description, work }));
  },
};

export const restoreProject: Operation = {
  operationId: 'restore',
  method: 'POST',
  path: '/project/{projectIdOrKey}/restore',
  handle: (call) => {
    const { store, who, jira } = call;
    const caller = demandJiraAdministrator(store, who);
    const project = inTrash(call);
    if (project === undefined) throw new JiraError(404, ['No project could be found in the trash.']);
    project.trashed = null;
    tellOfProject(jira, 'restored', project, caller);
    return Response.json(projectDetailsJson(call, project));
  },
};

/** 404 also for who may see the project and not delete it, as the description has it. */
function doomedProject(call: Call): Project {
  const { store, who } = call;
  callerId(who);
  if (!mayGlobally(store, who, 'ADMINISTER')) {
    throw new JiraError(404, [`No project could be found with key '${param(call, 'projectIdOrKey')}'.`]);
  }
  return inTrash(call) ?? administeredProject(store, who, param(call, 'projectIdOrKey'));
}

function inTrash(call: Call): Project | undefined {
  const idOrKey = param(call, 'projectIdOrKey');
  return [...call.store.projects.values()].find(
    ({ id, key, trashed }) => trashed !== null && (id === idOrKey || key === idOrKey.toUpperCase()),
  );
}
