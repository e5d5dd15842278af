import type { Deed, Sample } from '../support/sample';

const isJo = { who: 'jo' };
const made: Deed = { op: 'createScreen', path: '/screens', ...isJo, body: { name: 'Small screen' } };
const tabs: Deed = { op: 'getAllScreenTabs', path: '/screens/{1.id}/tabs', ...isJo };
const FIELDS = '/screens/{1.id}/tabs/{2.0.id}/fields';
const added: Deed = { op: 'addScreenTabField', path: FIELDS, ...isJo, body: { fieldId: 'summary' } };

const schemed: Deed = {
  op: 'createScreenScheme',
  path: '/screenscheme',
  ...isJo,
  body: { name: 'Small screens', screens: { default: '{=1.id}' } },
};
const ofTypes: Deed = {
  op: 'createIssueTypeScreenScheme',
  path: '/issuetypescreenscheme',
  ...isJo,
  body: { name: 'Small for all', issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: '{2.id}' }] },
};
const APPEND = '/issuetypescreenscheme/{3.id}/mapping';
const ASSOCIATION = '/issuetypescreenscheme/project';

const SCHEMES: readonly Sample[] = [
  { op: 'getScreenSchemes', path: '/screenscheme', ...isJo, status: 200 },
  { op: 'getScreenSchemes', path: '/screenscheme', status: 403 },
  { ...schemed, after: [made], status: 201 },
  { ...schemed, body: { name: 'None', screens: { default: 99999 } }, status: 404 },
  { op: 'getIssueTypeScreenSchemes', path: '/issuetypescreenscheme', ...isJo, status: 200 },
  { op: 'getIssueTypeScreenSchemes', path: '/issuetypescreenscheme', status: 403 },
  { op: 'getIssueTypeScreenSchemeMappings', path: '/issuetypescreenscheme/mapping', ...isJo, status: 200 },
  { op: 'getIssueTypeScreenSchemeMappings', path: '/issuetypescreenscheme/mapping', status: 403 },
  {
    op: 'getIssueTypeScreenSchemeProjectAssociations',
    path: `${ASSOCIATION}?projectId=10000`,
    ...isJo,
    status: 200,
  },
  { op: 'getIssueTypeScreenSchemeProjectAssociations', path: `${ASSOCIATION}?projectId=10000`, status: 403 },
  { ...ofTypes, after: [made, schemed], status: 201 },
  { ...ofTypes, body: { name: 'None', issueTypeMappings: [] }, status: 400 },
  {
    op: 'appendMappingsForIssueTypeScreenScheme',
    path: APPEND,
    ...isJo,
    body: { issueTypeMappings: [{ issueTypeId: '10010', screenSchemeId: '{2.id}' }] },
    after: [made, schemed, ofTypes],
    status: 204,
  },
  {
    op: 'appendMappingsForIssueTypeScreenScheme',
    path: APPEND,
    ...isJo,
    body: { issueTypeMappings: [{ issueTypeId: '99999', screenSchemeId: '{2.id}' }] },
    after: [made, schemed, ofTypes],
    status: 404,
  },
  {
    op: 'assignIssueTypeScreenSchemeToProject',
    path: ASSOCIATION,
    ...isJo,
    body: { issueTypeScreenSchemeId: '{3.id}', projectId: '10001' },
    after: [made, schemed, ofTypes],
    status: 204,
  },
  {
    op: 'assignIssueTypeScreenSchemeToProject',
    path: ASSOCIATION,
    ...isJo,
    body: { issueTypeScreenSchemeId: '1', projectId: '10001' },
    status: 404,
  },
];

/** Which fields people see where. */
export const SCREENS: readonly Sample[] = [
  { op: 'getScreens', path: '/screens', ...isJo, status: 200 },
  { op: 'getScreens', path: '/screens', status: 403 },
  { ...made, status: 201 },
  { ...made, after: [made], status: 400 },
  { op: 'getScreensForField', path: '/field/summary/screens', ...isJo, status: 200 },
  { op: 'getScreensForField', path: '/field/summary/screens', status: 403 },
  { ...tabs, after: [made], status: 200 },
  { ...tabs, path: '/screens/1234/tabs', status: 404 },
  { op: 'getAllScreenTabFields', path: FIELDS, ...isJo, after: [made, tabs, added], status: 200 },
  { op: 'getAllScreenTabFields', path: '/screens/1234/tabs/1/fields', ...isJo, status: 404 },
  { op: 'getAvailableScreenFields', path: '/screens/{1.id}/availableFields', ...isJo, after: [made], status: 200 },
  { op: 'getAvailableScreenFields', path: '/screens/1234/availableFields', ...isJo, status: 404 },
  { ...added, after: [made, tabs], status: 200 },
  { ...added, after: [made, tabs, added], status: 400 },
  { op: 'removeScreenTabField', path: `${FIELDS}/summary`, ...isJo, after: [made, tabs, added], status: 204 },
  { op: 'removeScreenTabField', path: `${FIELDS}/summary`, ...isJo, after: [made, tabs], status: 404 },
  ...SCHEMES,
];
