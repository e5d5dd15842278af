import type { Deed, Sample } from '../support/sample';

const isJo = { who: 'jo' };
const made: Deed = {
  op: 'createProject',
  path: '/project',
  ...isJo,
  body: {
    key: 'PAY',
    name: 'Payments',
    projectTypeKey: 'software',
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
    leadAccountId: '712020:lee',
    assigneeType: 'UNASSIGNED',
  },
};
const trashed: Deed = { op: 'deleteProject', path: '/project/PAY', ...isJo };

const PROPERTY = '/project/OPS/properties/mark';
const marked: Deed = { op: 'setProjectProperty', path: PROPERTY, ...isJo, body: { n: 1 } };

/** Projects, and what is kept with them. */
export const PROJECTS: readonly Sample[] = [
  { op: 'getAllProjects', path: '/project', status: 200 },
  { op: 'getProject', path: '/project/OPS', status: 200 },
  { op: 'getProject', path: '/project/NONE', status: 404 },
  { op: 'searchProjects', path: '/project/search', status: 200 },
  { op: 'searchProjects', path: '/project/search?action=paint', status: 400 },
  { op: 'getAllStatuses', path: '/project/OPS/statuses', status: 200 },
  { op: 'getAllStatuses', path: '/project/NONE/statuses', status: 404 },
  { ...made, status: 201 },
  { ...made, after: [made], status: 400 },
  { ...made, who: 'erin', status: 403 },
  { op: 'updateProject', path: '/project/OPS', ...isJo, body: { name: 'Operating' }, status: 200 },
  { op: 'updateProject', path: '/project/OPS', body: { name: 'Operating' }, status: 403 },
  { ...trashed, after: [made], status: 204 },
  { ...trashed, path: '/project/PAY?enableUndo=false', after: [made], status: 204 },
  { ...trashed, status: 404 },
  { op: 'deleteProjectAsynchronously', path: '/project/PAY/delete', ...isJo, after: [made], status: 303 },
  { op: 'deleteProjectAsynchronously', path: '/project/PAY/delete', ...isJo, status: 404 },
  { op: 'restore', path: '/project/PAY/restore', ...isJo, after: [made, trashed], status: 200 },
  { op: 'restore', path: '/project/PAY/restore', ...isJo, after: [made], status: 404 },
  { ...marked, status: 201 },
  { ...marked, after: [marked], status: 200 },
  { ...marked, who: 'erin', status: 403 },
  { op: 'getProjectPropertyKeys', path: '/project/OPS/properties', after: [marked], status: 200 },
  { op: 'getProjectPropertyKeys', path: '/project/NONE/properties', status: 404 },
  { op: 'getProjectProperty', path: PROPERTY, after: [marked], status: 200 },
  { op: 'getProjectProperty', path: PROPERTY, status: 404 },
  { op: 'deleteProjectProperty', path: PROPERTY, ...isJo, after: [marked], status: 204 },
  { op: 'deleteProjectProperty', path: PROPERTY, ...isJo, status: 404 },
];
