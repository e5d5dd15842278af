import type { GlobalPermission, Holder, Project, ProjectPermission, ScreenField } from '../model/site';
import type { JiraStore } from '../store';
import { DEMO_PEOPLE } from './demo-people';
import { EMERGENCY_WORKFLOW, STATUSES, SIMPLE_WORKFLOW } from './demo-workflows';

/** The installed app, as Jira knows it. */
export interface InstalledApp {
  readonly appId: string;
  readonly environmentId: string;
  /** Its own account in Jira. */
  readonly accountId: string;
  readonly displayName: string;
}

export const KIND_FIELD_ID = 'customfield_10050';
const KINDS = ['Service outage', 'Data corruption', 'Security vulnerability', 'Major customer impact'];

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'jira-users': ['erin', 'pat', 'lee', 'lou', 'sam', 'sky', 'jo', 'ada', 'mal'],
  engineers: ['erin', 'pat', 'lee', 'lou', 'sam', 'sky', 'jo'],
  'engineering-leads': ['lee', 'lou'],
  'security-team': ['sam', 'sky'],
  'jira-admins': ['jo'],
  auditors: ['ada'],
};

/** Puts the configuration of the demo site into an empty store: people, projects, workflows; no issues. */
export function buildDemoSite(store: JiraStore, app: InstalledApp): void {
  addPeople(store, app);
  addFields(store);
  for (const status of STATUSES) store.statuses.set(status.id, status);
  for (const workflow of [SIMPLE_WORKFLOW, EMERGENCY_WORKFLOW(app)]) store.workflows.set(workflow.id, workflow);
  addWorkTypes(store);
  const permissions = permissionScheme(app);
  for (const project of [operations(permissions), website(permissions)]) store.projects.set(project.id, project);
}

function addPeople(store: JiraStore, app: InstalledApp): void {
  for (const account of DEMO_PEOPLE) store.accounts.set(account.accountId, account);
  store.accounts.set(app.accountId, {
    accountId: app.accountId,
    accountType: 'app',
    displayName: app.displayName,
    emailAddress: '',
    apiToken: undefined,
    timeZone: 'Etc/UTC',
  });
  for (const [name, people] of Object.entries(GROUPS)) {
    const groupId = groupIdOf(name);
    store.groups.set(groupId, { groupId, name, members: people.map((person) => `712020:${person}`) });
  }
  const administrators: readonly Holder[] = [{ groupId: groupIdOf('jira-admins') }];
  const everybody: readonly Holder[] = [{ groupId: groupIdOf('jira-users') }];
  const granted: Readonly<Record<GlobalPermission, readonly Holder[]>> = {
    ADMINISTER: administrators,
    USER_PICKER: [...everybody, { accountId: app.accountId }],
  };
  store.globalPermissions.set('ADMINISTER', granted.ADMINISTER);
  store.globalPermissions.set('USER_PICKER', granted.USER_PICKER);
}

const groupIdOf = (name: string) => `group-${name}`;

function addFields(store: JiraStore): void {
  const field = (id: string, name: string, type: Parameters<typeof store.fields.set>[1]['type']) =>
    store.fields.set(id, { id, name, type, custom: false, options: [] });
  field('summary', 'Summary', 'text');
  field('description', 'Description', 'rich-text');
  field('reporter', 'Reporter', 'user');
  field('assignee', 'Assignee', 'user');
  field('priority', 'Priority', 'priority');
  field('labels', 'Labels', 'labels');
  field('duedate', 'Due date', 'date');
  const options = KINDS.map((value, index) => ({ id: String(10_100 + index), value }));
  store.fields.set(KIND_FIELD_ID, {
    id: KIND_FIELD_ID,
    name: 'Kind of critical issue',
    type: 'option',
    custom: true,
    options,
  });
  for (const [index, name] of ['Highest', 'High', 'Medium', 'Low', 'Lowest'].entries()) {
    store.priorities.set(String(index + 1), { id: String(index + 1), name });
  }
}

const TYPE = { emergencyChange: '10010', task: '10011', subtask: '10012' };

function addWorkTypes(store: JiraStore): void {
  const add = (id: string, name: string, description: string, subtask: boolean, properties: object) =>
    store.issueTypes.set(id, { id, name, description, subtask, properties: { ...properties } });
  add(TYPE.emergencyChange, 'Emergency Change', 'A change that cannot wait for the ordinary procedure.', false, {
    'emergency-change': { enabled: true },
  });
  add(TYPE.task, 'Task', 'A piece of work.', false, {});
  add(TYPE.subtask, 'Subtask', 'A part of a piece of work.', true, {});
}

function permissionScheme(app: InstalledApp): Project['permissions'] {
  const theApp: Holder = { accountId: app.accountId };
  const workers: readonly Holder[] = [{ groupId: groupIdOf('engineers') }, theApp];
  const readers: readonly Holder[] = [...workers, { groupId: groupIdOf('auditors') }];
  const people: readonly Holder[] = [{ groupId: groupIdOf('engineers') }];
  const administrators: readonly Holder[] = [{ groupId: groupIdOf('jira-admins') }];
  const scheme: Record<ProjectPermission, readonly Holder[]> = {
    BROWSE_PROJECTS: readers,
    CREATE_ISSUES: workers,
    EDIT_ISSUES: workers,
    DELETE_ISSUES: administrators,
    ASSIGN_ISSUES: workers,
    ASSIGNABLE_USER: people,
    MODIFY_REPORTER: people,
    TRANSITION_ISSUES: workers,
    ADD_COMMENTS: workers,
    ADMINISTER_PROJECTS: administrators,
  };
  return scheme;
}

const screen = (required: readonly string[], optional: readonly string[]): readonly ScreenField[] => [
  ...required.map((fieldId) => ({ fieldId, required: true })),
  ...optional.map((fieldId) => ({ fieldId, required: false })),
];

const PLAIN = ['description', 'assignee', 'priority', 'labels', 'duedate'];

const plainType = {
  workflowId: SIMPLE_WORKFLOW.id,
  createScreen: screen(['summary'], PLAIN),
  editScreen: screen(['summary'], [...PLAIN, 'reporter']),
};

const operations = (permissions: Project['permissions']): Project => ({
  id: '10000',
  key: 'OPS',
  name: 'Operations',
  leadAccountId: '712020:jo',
  lastIssueNumber: 0,
  permissions,
  types: {
    [TYPE.emergencyChange]: {
      workflowId: 'emergency-change',
      createScreen: screen(['summary', KIND_FIELD_ID], ['description', 'assignee', 'priority', 'labels']),
      editScreen: screen(['summary', KIND_FIELD_ID], [...PLAIN, 'reporter']),
    },
    [TYPE.task]: plainType,
    [TYPE.subtask]: plainType,
  },
});

const website = (permissions: Project['permissions']): Project => ({
  id: '10001',
  key: 'WEB',
  name: 'Website',
  leadAccountId: '712020:jo',
  lastIssueNumber: 0,
  permissions,
  types: { [TYPE.task]: plainType, [TYPE.subtask]: plainType },
});
