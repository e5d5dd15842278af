import type { Deed, Sample } from '../support/sample';

const made: Deed = { op: 'createGroup', path: '/group', who: 'jo', body: { name: 'on-call' } };
const joined: Deed = {
  op: 'addUserToGroup',
  path: '/group/user?groupId={1.groupId}',
  who: 'jo',
  body: { accountId: '712020:erin' },
};
const LEAVE = '/group/user?groupId={1.groupId}&accountId=712020:erin';

/** Groups, and who may do what. */
export const GROUPS_AND_PERMISSIONS: readonly Sample[] = [
  { op: 'getGroup', path: '/group?groupname=security-team&expand=users', status: 200 },
  { op: 'getGroup', path: '/group?groupname=none', status: 404 },
  { op: 'getUsersFromGroup', path: '/group/member?groupname=security-team', status: 200 },
  { op: 'getUsersFromGroup', path: '/group/member', status: 400 },
  { ...made, status: 201 },
  { ...made, who: 'erin', status: 403 },
  { op: 'removeGroup', path: '/group?groupId={1.groupId}', who: 'jo', after: [made], status: 200 },
  { op: 'removeGroup', path: '/group?groupname=none', who: 'jo', status: 404 },
  { ...joined, after: [made], status: 201 },
  { ...joined, after: [made, joined], status: 400 },
  { op: 'removeUserFromGroup', path: LEAVE, who: 'jo', after: [made, joined], status: 200 },
  { op: 'removeUserFromGroup', path: LEAVE, who: 'erin', after: [made], status: 403 },
  { op: 'getAllUsers', path: '/users/search', status: 200 },
  { op: 'getAllUsers', path: '/users/search', who: 'nobody', status: 403 },
  {
    op: 'findUsersWithAllPermissions',
    path: '/user/permission/search?query=e&permissions=BROWSE_PROJECTS,EDIT_ISSUES&projectKey=OPS',
    who: 'jo',
    status: 200,
  },
  {
    op: 'findUsersWithAllPermissions',
    path: '/user/permission/search?query=e&permissions=FLY&projectKey=OPS',
    status: 400,
  },
  { op: 'getAllPermissions', path: '/permissions', status: 200 },
  {
    op: 'getAssignedPermissionScheme',
    path: '/project/OPS/permissionscheme?expand=permissions',
    who: 'jo',
    status: 200,
  },
  { op: 'getAssignedPermissionScheme', path: '/project/NONE/permissionscheme', who: 'jo', status: 404 },
  {
    op: 'getBulkPermissions',
    path: '/permissions/check',
    body: {
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [10000], projects: [10000] }],
    },
    status: 200,
  },
  { op: 'getBulkPermissions', path: '/permissions/check', body: { accountId: '712020:lee' }, status: 403 },
  { op: 'getPermittedProjects', path: '/permissions/project', body: { permissions: ['EDIT_ISSUES'] }, status: 200 },
  { op: 'getPermittedProjects', path: '/permissions/project', body: { permissions: ['FLY'] }, status: 400 },
];
