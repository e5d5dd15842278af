import { KIND } from '../../emulator/support/a-jira';
import type { Deed, Sample } from '../support/sample';

const isJo = { who: 'jo' };
const contexts: Deed = { op: 'getContextsForField', path: `/field/${KIND}/context`, ...isJo };
const OPTIONS = `/field/${KIND}/context/{1.values.0.id}/option`;
const fire = { options: [{ value: 'Fire', disabled: false }] };

const limited: Deed = {
  op: 'addIssueTypesToContext',
  path: `/field/${KIND}/context/{1.values.0.id}/issuetype`,
  ...isJo,
  body: { issueTypeIds: ['10010'] },
};

/** Fields, and what people may choose in them. */
export const FIELDS: readonly Sample[] = [
  { op: 'getFields', path: '/field', status: 200 },
  {
    op: 'getFieldsPaginated',
    path: '/field/search?type=custom&expand=key,isLocked,searcherKey,screensCount',
    status: 200,
  },
  { op: 'getFieldsPaginated', path: '/field/search?startAt=first', status: 400 },
  {
    op: 'createCustomField',
    path: '/field',
    ...isJo,
    body: {
      name: 'Severity',
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
      searcherKey: 'com.atlassian.jira.plugin.system.customfieldtypes:multiselectsearcher',
    },
    status: 201,
  },
  {
    op: 'createCustomField',
    path: '/field',
    ...isJo,
    body: { name: '', type: 'com.atlassian.jira.plugin.system.customfieldtypes:select' },
    status: 400,
  },
  {
    op: 'createCustomField',
    path: '/field',
    body: { name: 'Severity', type: 'com.atlassian.jira.plugin.system.customfieldtypes:select' },
    status: 403,
  },
  { ...contexts, status: 200 },
  { ...contexts, path: '/field/customfield_1/context', status: 404 },
  { op: 'getOptionsForContext', path: OPTIONS, ...isJo, after: [contexts], status: 200 },
  { op: 'getOptionsForContext', path: `/field/${KIND}/context/1/option`, ...isJo, status: 404 },
  { op: 'createCustomFieldOption', path: OPTIONS, ...isJo, body: fire, after: [contexts], status: 200 },
  { op: 'createCustomFieldOption', path: OPTIONS, body: fire, after: [contexts], status: 403 },
  { op: 'getIssueTypeMappingsForContexts', path: `/field/${KIND}/context/issuetypemapping`, ...isJo, status: 200 },
  {
    op: 'getIssueTypeMappingsForContexts',
    path: `/field/${KIND}/context/issuetypemapping`,
    ...isJo,
    after: [contexts, limited],
    status: 200,
  },
  { op: 'getIssueTypeMappingsForContexts', path: `/field/${KIND}/context/issuetypemapping`, status: 403 },
  { ...limited, after: [contexts], status: 204 },
  { ...limited, body: { issueTypeIds: ['1'] }, after: [contexts], status: 404 },
  { ...limited, body: { issueTypeIds: [] }, after: [contexts], status: 400 },
];
