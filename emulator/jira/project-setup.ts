import type { Project } from './model/site';
import type { JiraStore } from './store';

/** What a new project is made of; its schemes are made with it. */
export interface ProjectPlan extends Pick<
  Project,
  'id' | 'key' | 'name' | 'description' | 'leadAccountId' | 'style' | 'permissions' | 'roleActors'
> {
  readonly defaultWorkflowId: string;
  readonly types: readonly TypePlan[];
}

export interface TypePlan {
  readonly issueTypeId: string;
  readonly workflowId: string;
  readonly createScreenId: string;
  readonly editScreenId: string;
  readonly requiredFields?: readonly string[];
}

/** Puts a project with schemes of its own into the store, as Jira does for a project made from a template. */
export function addProject(store: JiraStore, plan: ProjectPlan): Project {
  const { defaultWorkflowId, types, ...given } = plan;
  const project: Project = {
    ...given,
    lastIssueNumber: 0,
    issueTypeSchemeId: addIssueTypeScheme(store, plan),
    workflowSchemeId: addWorkflowScheme(store, plan),
    issueTypeScreenSchemeId: addIssueTypeScreenScheme(store, plan),
    requiredFields: Object.fromEntries(
      types.map(({ issueTypeId, requiredFields = [] }) => [issueTypeId, requiredFields]),
    ),
    properties: {},
    trashed: null,
  };
  store.projects.set(project.id, project);
  return project;
}

function addIssueTypeScheme(store: JiraStore, { key, types }: ProjectPlan): string {
  const id = store.nextId('issuetypescheme');
  store.issueTypeSchemes.set(id, {
    id,
    name: `${key}: Issue Type Scheme`,
    description: '',
    defaultIssueTypeId: null,
    issueTypeIds: types.map(({ issueTypeId }) => issueTypeId),
    isDefault: false,
  });
  return id;
}

function addWorkflowScheme(store: JiraStore, { id: projectId, key, types, defaultWorkflowId, style }: ProjectPlan) {
  const id = store.nextId('workflowscheme');
  const own = types.filter(({ workflowId }) => workflowId !== defaultWorkflowId);
  store.workflowSchemes.set(id, {
    id,
    name: `${key}: Workflow Scheme`,
    description: '',
    defaultWorkflowId,
    mappings: Object.fromEntries(own.map(({ issueTypeId, workflowId }) => [issueTypeId, workflowId])),
    ...(style === 'next-gen' ? { projectId } : {}),
  });
  return id;
}

function addIssueTypeScreenScheme(store: JiraStore, { key, types }: ProjectPlan): string {
  const schemeIds = new Map<string, string>();
  const schemeOf = ({ createScreenId, editScreenId }: TypePlan): string => {
    const pair = `${createScreenId} ${editScreenId}`;
    const found = schemeIds.get(pair) ?? addScreenScheme(store, `${key}: Screen Scheme`, createScreenId, editScreenId);
    schemeIds.set(pair, found);
    return found;
  };
  const mappings = types.map((type) => [type.issueTypeId, schemeOf(type)] as const);
  const id = store.nextId('issuetypescreenscheme');
  store.issueTypeScreenSchemes.set(id, {
    id,
    name: `${key}: Issue Type Screen Scheme`,
    description: '',
    defaultScreenSchemeId: mappings.at(-1)?.[1] ?? addScreenScheme(store, `${key}: Screen Scheme`, '1', '1'),
    mappings: Object.fromEntries(mappings),
  });
  return id;
}

function addScreenScheme(store: JiraStore, base: string, create: string, edit: string): string {
  const id = store.nextId('screenscheme');
  const taken = [...store.screenSchemes.values()].filter(({ name }) => name.startsWith(base)).length;
  store.screenSchemes.set(id, {
    id,
    name: taken === 0 ? base : `${base} ${taken + 1}`,
    description: '',
    screens: { default: edit, create, edit, view: edit },
  });
  return id;
}

/** A screen of one tab. */
export function addScreen(store: JiraStore, name: string, fieldIds: readonly string[], id = store.nextId('screen')) {
  const tab = { id: store.nextId('screentab'), name: 'Field Tab', fieldIds };
  store.screens.set(id, { id, name, description: '', tabs: [tab] });
  return id;
}
