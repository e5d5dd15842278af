import type { Deed, Sample } from '../support/sample';

const roles: Deed = { op: 'getAllProjectRoles', path: '/role', who: 'jo' };
const ROLE = '/project/OPS/role/{1.0.id}';
const added: Deed = { op: 'addActorUsers', path: ROLE, who: 'jo', body: { user: ['712020:erin'] } };

/** Roles, and who holds them in a project. */
export const ROLES: readonly Sample[] = [
  { ...roles, status: 200 },
  { ...roles, who: 'erin', status: 403 },
  { op: 'getProjectRoleById', path: '/role/{1.0.id}', who: 'jo', after: [roles], status: 200 },
  { op: 'getProjectRoleById', path: '/role/1', who: 'jo', status: 404 },
  { op: 'getProjectRoles', path: '/project/OPS/role', who: 'jo', status: 200 },
  { op: 'getProjectRoles', path: '/project/NONE/role', status: 404 },
  { op: 'getProjectRole', path: ROLE, who: 'jo', after: [roles, added], status: 200 },
  { op: 'getProjectRole', path: '/project/OPS/role/1', who: 'jo', status: 404 },
  { op: 'getProjectRoleDetails', path: '/project/OPS/roledetails', status: 200 },
  { op: 'getProjectRoleDetails', path: '/project/NONE/roledetails', status: 404 },
  { ...added, after: [roles], status: 200 },
  { ...added, body: {}, after: [roles], status: 400 },
  { op: 'deleteActor', path: `${ROLE}?user=712020:erin`, who: 'jo', after: [roles, added], status: 204 },
  { op: 'deleteActor', path: ROLE, who: 'jo', after: [roles], status: 400 },
];
