import type { Deed, Sample } from '../support/sample';

const made: Deed = {
  op: 'createWorkflowScheme',
  path: '/workflowscheme',
  who: 'jo',
  body: {
    name: 'Emergencies for all',
    description: 'The emergency workflow also for tasks.',
    defaultWorkflow: 'Simple workflow',
    issueTypeMappings: { '10010': 'Emergency change workflow' },
  },
};
const SCHEME = '/workflowscheme/{1.id}';
const ASSOCIATION = '/workflowscheme/project';

const toSimple: Deed = {
  op: 'switchWorkflowSchemeForProject',
  path: '/workflowscheme/project/switch',
  who: 'jo',
  body: {
    projectId: '10000',
    targetSchemeId: '{1.id}',
    mappingsByIssueTypeOverride: [{ issueTypeId: '10010', statusMappings: [{ oldStatusId: '11', newStatusId: '11' }] }],
  },
};

const changed: Deed = {
  op: 'updateSchemes',
  path: '/workflowscheme/update',
  who: 'jo',
  body: {
    id: '10000',
    name: 'OPS: Workflow Scheme',
    description: 'Emergencies have a workflow of their own.',
    version: { id: '10000-version', versionNumber: 1 },
    defaultWorkflowId: 'simple',
    workflowsForIssueTypes: [{ workflowId: 'emergency-change', issueTypeIds: ['10010'] }],
  },
};
const READ = '/workflowscheme/read';

/** Which workflow the work types of a project follow. */
export const WORKFLOW_SCHEMES: readonly Sample[] = [
  { op: 'getAllWorkflowSchemes', path: '/workflowscheme', who: 'jo', status: 200 },
  { op: 'getAllWorkflowSchemes', path: '/workflowscheme', status: 403 },
  { ...made, status: 201 },
  { ...made, body: { name: '' }, status: 400 },
  { op: 'getWorkflowScheme', path: SCHEME, who: 'jo', after: [made], status: 200 },
  { op: 'getWorkflowScheme', path: '/workflowscheme/1', who: 'jo', status: 404 },
  { op: 'updateWorkflowScheme', path: SCHEME, who: 'jo', body: { name: 'Other' }, after: [made], status: 200 },
  { op: 'updateWorkflowScheme', path: SCHEME, body: { name: 'Other' }, after: [made], status: 403 },
  { op: 'deleteWorkflowScheme', path: SCHEME, who: 'jo', after: [made], status: 204 },
  { op: 'deleteWorkflowScheme', path: '/workflowscheme/1', who: 'jo', status: 404 },
  {
    op: 'getWorkflowSchemeProjectAssociations',
    path: `${ASSOCIATION}?projectId=10000&projectId=10001`,
    who: 'jo',
    status: 200,
  },
  { op: 'getWorkflowSchemeProjectAssociations', path: ASSOCIATION, who: 'jo', status: 400 },
  {
    op: 'assignSchemeToProject',
    path: ASSOCIATION,
    who: 'jo',
    body: { projectId: '10001', workflowSchemeId: '{1.id}' },
    after: [made],
    status: 204,
  },
  {
    op: 'assignSchemeToProject',
    path: ASSOCIATION,
    who: 'jo',
    body: { projectId: '10000', workflowSchemeId: '{1.id}' },
    after: [made],
    status: 400,
  },
  { ...toSimple, after: [made], status: 303 },
  { ...toSimple, body: { projectId: '1', targetSchemeId: '1' }, status: 400 },
  { op: 'readWorkflowSchemes', path: READ, who: 'jo', body: { projectIds: ['10000'] }, status: 200 },
  { op: 'readWorkflowSchemes', path: READ, body: { workflowSchemeIds: ['10000'] }, status: 401 },
  {
    op: 'getRequiredWorkflowSchemeMappings',
    path: '/workflowscheme/update/mappings',
    who: 'jo',
    body: { id: '10000', workflowsForIssueTypes: [] },
    status: 200,
  },
  {
    op: 'getRequiredWorkflowSchemeMappings',
    path: '/workflowscheme/update/mappings',
    body: { id: '10000', workflowsForIssueTypes: [] },
    status: 401,
  },
  { ...changed, status: 200 },
  { ...changed, who: 'erin', status: 401 },
];
