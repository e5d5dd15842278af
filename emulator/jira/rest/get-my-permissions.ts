import type { GlobalPermission, ProjectPermission } from '../model/site';
import { browsedIssue, browsedProject, mayGlobally, mayInProject } from '../permissions';
import { known } from '../store';
import { JiraError, NotModelled } from './errors';
import { type Call, type Operation } from './operation';

const PROJECT: Readonly<Record<ProjectPermission, string>> = {
  BROWSE_PROJECTS: 'Browse Projects',
  CREATE_ISSUES: 'Create Issues',
  EDIT_ISSUES: 'Edit Issues',
  DELETE_ISSUES: 'Delete Issues',
  ASSIGN_ISSUES: 'Assign Issues',
  ASSIGNABLE_USER: 'Assignable User',
  MODIFY_REPORTER: 'Modify Reporter',
  TRANSITION_ISSUES: 'Transition Issues',
  ADD_COMMENTS: 'Add Comments',
  ADMINISTER_PROJECTS: 'Administer Projects',
};
const GLOBAL: Readonly<Record<GlobalPermission, string>> = {
  ADMINISTER: 'Administer Jira',
  USER_PICKER: 'Browse users and groups',
};

/** Permissions that Jira has and this does not: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ */
const NOT_MODELLED = [
  ...['ARCHIVE_ISSUES', 'CLOSE_ISSUES', 'CREATE_ATTACHMENTS', 'CREATE_PROJECT'],
  ...['CREATE_SHARED_OBJECTS', 'BULK_CHANGE', 'DELETE_ALL_ATTACHMENTS', 'DELETE_ALL_COMMENTS', 'DELETE_ALL_WORKLOGS'],
  ...['DELETE_OWN_ATTACHMENTS', 'DELETE_OWN_COMMENTS', 'DELETE_OWN_WORKLOGS', 'EDIT_ALL_COMMENTS'],
  ...[
    'EDIT_ALL_WORKLOGS',
    'EDIT_OWN_COMMENTS',
    'EDIT_OWN_WORKLOGS',
    'LINK_ISSUES',
    'MANAGE_GROUP_FILTER_SUBSCRIPTIONS',
  ],
  ...['MANAGE_SPRINTS_PERMISSION', 'MANAGE_WATCHERS', 'MOVE_ISSUES', 'RESOLVE_ISSUES', 'SCHEDULE_ISSUES'],
  ...['SERVICEDESK_AGENT', 'SET_ISSUE_SECURITY', 'SYSTEM_ADMIN', 'UNARCHIVE_ISSUES', 'VIEW_AGGREGATED_DATA'],
  ...['VIEW_DEV_TOOLS', 'VIEW_READONLY_WORKFLOW', 'VIEW_VOTERS_AND_WATCHERS', 'WORK_ON_ISSUES'],
];

const inTable = <Key extends string>(table: Readonly<Record<Key, string>>, key: string): key is Key =>
  Object.hasOwn(table, key);

export const getMyPermissions: Operation = {
  operationId: 'getMyPermissions',
  method: 'GET',
  path: '/mypermissions',
  query: ['projectKey', 'projectId', 'issueKey', 'issueId', 'permissions'],
  handle: (call) => {
    const asked = (call.query.get('permissions') ?? '').split(',').filter((key) => key !== '');
    if (asked.length === 0) throw new JiraError(400, ["The 'permissions' query parameter is required."]);
    const unknown = asked.filter((key) => !inTable(PROJECT, key) && !inTable(GLOBAL, key));
    const missing = unknown.find((key) => NOT_MODELLED.includes(key));
    if (missing !== undefined) {
      throw new NotModelled(`The embedded Jira does not model the permission ${missing} yet.`);
    }
    if (unknown.length > 0) throw new JiraError(400, [`Unrecognized permission: ${unknown.join(', ')}`]);
    const permissions = Object.fromEntries(asked.map((key, index) => [key, permissionJson(call, key, index)]));
    return Response.json({ permissions });
  },
};

function permissionJson(call: Call, key: string, index: number) {
  const base = { id: String(index + 1), key };
  if (inTable(GLOBAL, key)) {
    const havePermission = mayGlobally(call.store, call.who, key);
    return { ...base, name: GLOBAL[key], type: 'GLOBAL', description: GLOBAL[key], havePermission };
  }
  if (!inTable(PROJECT, key)) throw new JiraError(400, [`Unrecognized permission: ${key}`]);
  return { ...base, name: PROJECT[key], type: 'PROJECT', description: PROJECT[key], havePermission: holds(call, key) };
}

/** In the issue or project that the call names; without one, in any project. */
function holds({ store, who, query }: Call, key: ProjectPermission): boolean {
  const issue = query.get('issueId') ?? query.get('issueKey');
  const project = query.get('projectId') ?? query.get('projectKey');
  if (issue !== null) {
    return mayInProject(store, who, key, known(store.projects, browsedIssue(store, who, issue).projectId));
  }
  if (project !== null) return mayInProject(store, who, key, browsedProject(store, who, project));
  return [...store.projects.values()].some((one) => mayInProject(store, who, key, one));
}
