import type { Deed, Sample } from '../support/sample';

const GLOBAL = { type: 'GLOBAL' };
const found: Deed = { op: 'searchWorkflows', path: '/workflows/search?queryString=Emergency', who: 'jo' };
const read: Deed = {
  op: 'readWorkflows',
  path: '/workflows',
  who: 'jo',
  body: { workflowNames: ['Emergency change workflow'] },
};

const TO_DO = '00000000-0000-4000-8000-000000000001';
const made: Deed = {
  op: 'createWorkflows',
  path: '/workflows/create',
  who: 'jo',
  body: {
    scope: GLOBAL,
    statuses: [{ statusReference: TO_DO, name: 'To Do', statusCategory: 'TODO', id: '1' }],
    workflows: [
      {
        name: 'Small workflow',
        description: 'One status.',
        statuses: [{ statusReference: TO_DO, properties: {} }],
        transitions: [
          {
            id: '1',
            type: 'INITIAL',
            name: 'Create',
            toStatusReference: TO_DO,
            links: [],
            actions: [],
            validators: [],
            triggers: [],
            properties: {},
          },
        ],
      },
    ],
  },
};

const changed = {
  statuses: [0, 1, 2, 3, 4].map((n) => ({
    id: `{1.statuses.${n}.id}`,
    statusReference: `{1.statuses.${n}.statusReference}`,
    name: `{1.statuses.${n}.name}`,
    statusCategory: `{1.statuses.${n}.statusCategory}`,
  })),
  workflows: [
    {
      id: '{1.workflows.0.id}',
      version: '{=1.workflows.0.version}',
      statuses: [0, 1, 2, 3, 4].map((n) => ({ statusReference: `{1.statuses.${n}.statusReference}`, properties: {} })),
      transitions: '{=1.workflows.0.transitions}',
    },
  ],
};
const UPDATE = '/workflows/update';
const isJo = { who: 'jo' };

/** Workflows, read and written. */
export const WORKFLOWS: readonly Sample[] = [
  { ...found, status: 200 },
  { ...found, path: '/workflows/search?orderBy=colour', status: 400 },
  { ...read, status: 200 },
  { ...read, body: { workflowNames: 5 }, status: 400 },
  {
    op: 'getProjectUsagesForWorkflow',
    path: '/workflow/{1.workflows.0.id}/projectUsages',
    ...isJo,
    after: [read],
    status: 200,
  },
  { op: 'getProjectUsagesForWorkflow', path: '/workflow/none/projectUsages', ...isJo, status: 404 },
  {
    op: 'workflowCapabilities',
    path: '/workflows/capabilities?workflowId={1.workflows.0.id}',
    ...isJo,
    after: [read],
    status: 200,
  },
  { op: 'workflowCapabilities', path: '/workflows/capabilities', ...isJo, status: 400 },
  { ...made, status: 200 },
  { ...made, after: [made], status: 400 },
  {
    op: 'validateCreateWorkflows',
    path: '/workflows/create/validation',
    ...isJo,
    body: { payload: made.body },
    status: 200,
  },
  {
    op: 'validateCreateWorkflows',
    path: '/workflows/create/validation',
    ...isJo,
    body: { payload: made.body },
    after: [made],
    status: 200,
  },
  { op: 'validateCreateWorkflows', path: '/workflows/create/validation', ...isJo, body: {}, status: 400 },
  { op: 'updateWorkflows', path: UPDATE, ...isJo, body: changed, after: [read], status: 200 },
  {
    op: 'updateWorkflows',
    path: UPDATE,
    ...isJo,
    body: changed,
    after: [read, { op: 'updateWorkflows', path: UPDATE, ...isJo, body: changed }],
    status: 409,
  },
  {
    op: 'validateUpdateWorkflows',
    path: `${UPDATE}/validation`,
    ...isJo,
    body: { payload: changed },
    after: [read],
    status: 200,
  },
  { op: 'validateUpdateWorkflows', path: `${UPDATE}/validation`, ...isJo, body: {}, status: 400 },
  { op: 'deleteInactiveWorkflow', path: '/workflow/{1.workflows.0.id}', ...isJo, after: [made], status: 204 },
  { op: 'deleteInactiveWorkflow', path: '/workflow/emergency-change', ...isJo, status: 400 },
];
