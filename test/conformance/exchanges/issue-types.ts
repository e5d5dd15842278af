import type { Deed, Sample } from '../support/sample';

const isJo = { who: 'jo' };
const made: Deed = { op: 'createIssueType', path: '/issuetype', ...isJo, body: { name: 'Incident', type: 'standard' } };
const schemed: Deed = {
  op: 'createIssueTypeScheme',
  path: '/issuetypescheme',
  ...isJo,
  body: { name: 'Two types', defaultIssueTypeId: '10011', issueTypeIds: ['10011', '10012'] },
};
const SCHEME = '/issuetypescheme/{1.issueTypeSchemeId}';
const ASSOCIATION = '/issuetypescheme/project';

/** Work types, and which of them a project has. */
export const ISSUE_TYPES: readonly Sample[] = [
  { op: 'getIssueType', path: '/issuetype/10010', status: 200 },
  { op: 'getIssueType', path: '/issuetype/99999', status: 404 },
  { op: 'getIssueTypesForProject', path: '/issuetype/project?projectId=10000', status: 200 },
  { op: 'getIssueTypesForProject', path: '/issuetype/project?projectId=1', status: 404 },
  { ...made, status: 201 },
  { ...made, after: [made], status: 409 },
  { op: 'updateIssueType', path: '/issuetype/{1.id}', ...isJo, body: { name: 'Accident' }, after: [made], status: 200 },
  { op: 'updateIssueType', path: '/issuetype/99999', ...isJo, body: { name: 'Accident' }, status: 404 },
  { op: 'deleteIssueType', path: '/issuetype/{1.id}', ...isJo, after: [made], status: 204 },
  { op: 'deleteIssueType', path: '/issuetype/10010', ...isJo, status: 409 },
  { op: 'getAllIssueTypeSchemes', path: '/issuetypescheme', ...isJo, status: 200 },
  { op: 'getAllIssueTypeSchemes', path: '/issuetypescheme', status: 403 },
  { op: 'getIssueTypeSchemesMapping', path: '/issuetypescheme/mapping', ...isJo, status: 200 },
  { op: 'getIssueTypeSchemesMapping', path: '/issuetypescheme/mapping', status: 403 },
  { op: 'getIssueTypeSchemeForProjects', path: `${ASSOCIATION}?projectId=10000`, ...isJo, status: 200 },
  { op: 'getIssueTypeSchemeForProjects', path: `${ASSOCIATION}?projectId=10000`, status: 403 },
  { ...schemed, status: 201 },
  { ...schemed, after: [schemed], status: 409 },
  {
    op: 'addIssueTypesToIssueTypeScheme',
    path: `${SCHEME}/issuetype`,
    ...isJo,
    body: { issueTypeIds: ['10010'] },
    after: [schemed],
    status: 204,
  },
  {
    op: 'addIssueTypesToIssueTypeScheme',
    path: `${SCHEME}/issuetype`,
    ...isJo,
    body: { issueTypeIds: ['10011'] },
    after: [schemed],
    status: 400,
  },
  {
    op: 'removeIssueTypeFromIssueTypeScheme',
    path: `${SCHEME}/issuetype/10012`,
    ...isJo,
    after: [schemed],
    status: 204,
  },
  {
    op: 'removeIssueTypeFromIssueTypeScheme',
    path: `${SCHEME}/issuetype/10010`,
    ...isJo,
    after: [schemed],
    status: 404,
  },
  {
    op: 'assignIssueTypeSchemeToProject',
    path: ASSOCIATION,
    ...isJo,
    body: { issueTypeSchemeId: '{1.issueTypeSchemeId}', projectId: '10001' },
    after: [schemed],
    status: 204,
  },
  {
    op: 'assignIssueTypeSchemeToProject',
    path: ASSOCIATION,
    ...isJo,
    body: { issueTypeSchemeId: '{1.issueTypeSchemeId}', projectId: '10000' },
    after: [schemed],
    status: 400,
  },
];
