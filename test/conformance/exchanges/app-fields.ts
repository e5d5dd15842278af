import type { Jira } from '../../../emulator/jira/jira';
import { APP } from '../../emulator/support/a-jira';
import type { Deed, Sample } from '../support/sample';

const FIELD = 'customfield_10900';

/** A field of the app, as its manifest would bring it. */
function appField({ store }: Jira): void {
  store.fields.set(FIELD, {
    id: FIELD,
    name: 'Phase',
    type: 'forge',
    custom: true,
    options: [],
    forge: {
      type: `ari:cloud:ecosystem::extension/${APP.appId}/${APP.environmentId}/static/phase`,
      key: `${APP.appId}__DEVELOPMENT__phase`,
      moduleKey: 'phase',
      appAccountId: APP.accountId,
      fieldType: 'object',
      collection: 'none',
      readOnly: true,
      searchAliases: [],
    },
  });
}

const ONE = `/app/field/${FIELD}/value`;
const MANY = '/app/field/value';
const one = { updates: [{ issueIds: [10000], value: { phase: 'open' } }] };
const CONFIGURATION = `/app/field/${FIELD}/context/configuration`;
const contexts: Deed = { op: 'getContextsForField', path: `/field/${FIELD}/context`, who: 'jo' };
const configured = {
  configurations: [{ id: '{1.values.0.id}', fieldContextId: '{1.values.0.id}', configuration: { colour: 'red' } }],
};
const many = { updates: [{ customField: FIELD, issueIds: [10000], value: { phase: 'open' } }] };

/** Values that only the app that owns the field may write. */
export const APP_FIELDS: readonly Sample[] = [
  { op: 'updateCustomFieldValue', path: ONE, who: 'app', body: one, given: appField, status: 204 },
  { op: 'updateCustomFieldValue', path: ONE, body: one, given: appField, status: 403 },
  { op: 'updateMultipleCustomFieldValues', path: MANY, who: 'app', body: many, given: appField, status: 204 },
  { op: 'updateMultipleCustomFieldValues', path: MANY, who: 'app', body: many, status: 404 },
  { op: 'getCustomFieldConfiguration', path: CONFIGURATION, who: 'app', given: appField, status: 200 },
  { op: 'getCustomFieldConfiguration', path: CONFIGURATION, given: appField, status: 403 },
  {
    op: 'updateCustomFieldConfiguration',
    path: CONFIGURATION,
    who: 'app',
    body: configured,
    given: appField,
    after: [contexts],
    status: 200,
  },
  {
    op: 'updateCustomFieldConfiguration',
    path: CONFIGURATION,
    who: 'app',
    body: { configurations: [{ id: '1' }] },
    given: appField,
    status: 400,
  },
];
