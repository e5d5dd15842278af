import type { Holder, IssueType, Project, Status } from './model/site';
import type { Workflow } from './model/workflow';
import { addProject, addScreen, type TypePlan } from './project-setup';
import { ROLE } from './site/roles';
import type { JiraStore } from './store';

/** The grants of the permission scheme that a new project gets: everybody works in it, its administrators run it. */
export function defaultPermissions(): Project['permissions'] {
  const apps: Holder = { roleId: ROLE.apps };
  const everybody: readonly Holder[] = [{ dynamic: 'applicationRole' }, apps];
  const administrators: readonly Holder[] = [{ roleId: ROLE.administrators }, apps];
  return {
    BROWSE_PROJECTS: everybody,
    CREATE_ISSUES: everybody,
    EDIT_ISSUES: everybody,
    DELETE_ISSUES: administrators,
    MOVE_ISSUES: everybody,
    ASSIGN_ISSUES: everybody,
    ASSIGNABLE_USER: [{ dynamic: 'applicationRole' }],
    LINK_ISSUES: everybody,
    MODIFY_REPORTER: administrators,
    RESOLVE_ISSUES: everybody,
    CLOSE_ISSUES: everybody,
    SCHEDULE_ISSUES: everybody,
    TRANSITION_ISSUES: everybody,
    MANAGE_WATCHERS: administrators,
    VIEW_VOTERS_AND_WATCHERS: everybody,
    ADD_COMMENTS: everybody,
    EDIT_OWN_COMMENTS: everybody,
    EDIT_ALL_COMMENTS: administrators,
    DELETE_OWN_COMMENTS: everybody,
    DELETE_ALL_COMMENTS: administrators,
    CREATE_ATTACHMENTS: everybody,
    DELETE_OWN_ATTACHMENTS: everybody,
    DELETE_ALL_ATTACHMENTS: administrators,
    VIEW_READONLY_WORKFLOW: everybody,
    ADMINISTER_PROJECTS: administrators,
  };
}

export interface NewProject {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly leadAccountId: string;
}

const FIELDS = ['summary', 'description', 'assignee', 'priority', 'labels', 'duedate'];

const plan = (store: JiraStore, asked: NewProject, id: string) => ({
  ...asked,
  id,
  permissions: defaultPermissions(),
  roleActors: {
    [ROLE.administrators]: { accountIds: [asked.leadAccountId], groupIds: [] },
    [ROLE.apps]: { accountIds: appAccounts(store), groupIds: [] },
  },
});

const appAccounts = (store: JiraStore) =>
  [...store.accounts.values()].filter(({ accountType }) => accountType === 'app').map(({ accountId }) => accountId);

/** A company-managed project with the site's own work types, screens of its own, and its simple workflow. */
export function addCompanyManagedProject(store: JiraStore, asked: NewProject): Project {
  const id = store.nextId('project');
  const create = addScreen(store, `${asked.key}: Kanban Create Issue Screen`, FIELDS);
  const edit = addScreen(store, `${asked.key}: Kanban Default Issue Screen`, [...FIELDS, 'reporter']);
  const workflow = [...store.workflows.values()].find(({ projectId }) => projectId === undefined);
  if (workflow === undefined) throw new Error('The site has no workflow.');
  const types = [...store.issueTypes.values()].filter(isStandard).map((type): TypePlan => ({
    issueTypeId: type.id,
    workflowId: workflow.id,
    createScreenId: create,
    editScreenId: edit,
  }));
  return addProject(store, { ...plan(store, asked, id), style: 'classic', defaultWorkflowId: workflow.id, types });
}

const STANDARD = ['Epic', 'Story', 'Task', 'Bug', 'Subtask'];
const isStandard = ({ name, projectId }: IssueType) => projectId === undefined && STANDARD.includes(name);

const CATEGORIES = [
  ['To Do', 'new'],
  ['In Progress', 'indeterminate'],
  ['Done', 'done'],
] as const;

/** A team-managed project: its work types, statuses and workflow are its own. */
export function addTeamManagedProject(store: JiraStore, asked: NewProject): Project {
  const projectId = store.nextId('project');
  const statuses = CATEGORIES.map(([name, category]): Status => {
    return { id: store.nextId('status'), name, category, projectId };
  });
  for (const status of statuses) store.statuses.set(status.id, status);
  const workflow = ownWorkflow(store, asked, projectId, statuses);
  store.workflows.set(workflow.id, workflow);
  const screenId = addScreen(store, `${asked.key}: fields`, [...FIELDS, 'reporter']);
  const types = [false, true].map((subtask): TypePlan => {
    const id = store.nextId('issuetype');
    const name = subtask ? 'Subtask' : 'Task';
    store.issueTypes.set(id, { id, name, description: '', subtask, properties: {}, projectId });
    return { issueTypeId: id, workflowId: workflow.id, createScreenId: screenId, editScreenId: screenId };
  });
  const style = 'next-gen' as const;
  return addProject(store, { ...plan(store, asked, projectId), style, defaultWorkflowId: workflow.id, types });
}

function ownWorkflow(
  store: JiraStore,
  { key, name }: NewProject,
  projectId: string,
  statuses: readonly Status[],
): Workflow {
  return {
    id: `workflow-${store.nextId('workflow')}`,
    name: `Software Simplified Workflow for Project ${key}`,
    description: `The workflow of ${name}.`,
    initialStatusId: statuses[0]?.id ?? '',
    initial: { id: '1', name: 'Create', validators: [] },
    transitions: statuses.map((status, index) => ({
      id: `${index + 1}1`,
      name: status.name,
      from: [],
      to: status.id,
      validators: [],
    })),
    statusIds: [],
    projectId,
    versionNumber: 1,
  };
}
