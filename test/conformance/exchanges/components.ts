import type { Deed, Sample } from '../support/sample';

const isJo = { who: 'jo' };
const made: Deed = {
  op: 'createComponent',
  path: '/component',
  ...isJo,
  body: { name: 'Checkout', project: 'OPS', leadAccountId: '712020:lee', assigneeType: 'PROJECT_DEFAULT' },
};
const COMPONENT = '/component/{1.id}';

/** Parts of a project. */
export const COMPONENTS: readonly Sample[] = [
  { ...made, status: 201 },
  { ...made, after: [made], status: 400 },
  { op: 'getProjectComponents', path: '/project/OPS/components', after: [made], status: 200 },
  { op: 'getProjectComponents', path: '/project/NONE/components', status: 404 },
  { op: 'getProjectComponentsPaginated', path: '/project/OPS/component?query=check', after: [made], status: 200 },
  { op: 'getProjectComponentsPaginated', path: '/project/NONE/component', status: 404 },
  { op: 'getComponent', path: COMPONENT, after: [made], status: 200 },
  { op: 'getComponent', path: '/component/1', status: 404 },
  { op: 'updateComponent', path: COMPONENT, ...isJo, body: { name: 'Till' }, after: [made], status: 200 },
  { op: 'updateComponent', path: COMPONENT, body: { name: 'Till' }, after: [made], status: 403 },
  { op: 'deleteComponent', path: COMPONENT, ...isJo, after: [made], status: 204 },
  { op: 'deleteComponent', path: '/component/1', ...isJo, status: 404 },
];
