import type { Issue } from '../model/issue';
import {
  GLOBAL_PERMISSIONS,
  isGlobalPermission,
  isProjectPermission,
  PROJECT_PERMISSIONS,
  type ProjectPermission,
} from '../model/permission';
import { browsedIssue, browsedProject, mayGlobally, mayInProject, mayOnIssue } from '../permissions';
import { JiraError } from './errors';
import { type Call, type Operation } from './operation';

export const getMyPermissions: Operation = {
  operationId: 'getMyPermissions',
  method: 'GET',
  path: '/mypermissions',
  query: ['projectKey', 'projectId', 'issueKey', 'issueId', 'permissions'],
  handle: (call) => {
    const asked = (call.query.get('permissions') ?? '').split(',').filter((key) => key !== '');
    if (asked.length === 0) throw new JiraError(400, ["The 'permissions' query parameter is required."]);
    const unknown = asked.filter((key) => !isProjectPermission(key) && !isGlobalPermission(key));
    if (unknown.length > 0) throw new JiraError(400, [`Unrecognized permission: ${unknown.join(', ')}`]);
    const permissions = Object.fromEntries(
      asked.map((key) => [
        key,
        { id: String(KEYS.indexOf(key) + 1), ...permissionJson(key), havePermission: holds(call, key) },
      ]),
    );
    return Response.json({ permissions });
  },
};

export const getAllPermissions: Operation = {
  operationId: 'getAllPermissions',
  method: 'GET',
  path: '/permissions',
  handle: () => Response.json({ permissions: Object.fromEntries(KEYS.map((key) => [key, permissionJson(key)])) }),
};

const KEYS = [...Object.keys(GLOBAL_PERMISSIONS), ...Object.keys(PROJECT_PERMISSIONS)];

function permissionJson(key: string) {
  if (isGlobalPermission(key)) {
    return { key, name: GLOBAL_PERMISSIONS[key], type: 'GLOBAL', description: GLOBAL_PERMISSIONS[key] };
  }
  const name = isProjectPermission(key) ? PROJECT_PERMISSIONS[key] : key;
  return { key, name, type: 'PROJECT', description: name };
}

function holds(call: Call, key: string): boolean {
  if (isGlobalPermission(key)) return mayGlobally(call.store, call.who, key);
  return isProjectPermission(key) && holdsInProject(call, key);
}

/** In the issue or project that the call names; without one, in any project. */
function holdsInProject(call: Call, key: ProjectPermission): boolean {
  const { store, who, query } = call;
  const issue = query.get('issueId') ?? query.get('issueKey');
  const project = query.get('projectId') ?? query.get('projectKey');
  if (issue !== null) return holdsOnIssue(call, key, browsedIssue(store, who, issue));
  if (project !== null) return mayInProject(store, who, key, browsedProject(store, who, project));
  return [...store.projects.values()].some((one) => mayInProject(store, who, key, one));
}

const holdsOnIssue = ({ store, who }: Call, key: ProjectPermission, issue: Issue) => mayOnIssue(store, who, key, issue);
