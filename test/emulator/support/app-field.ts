import type { Jira } from '../../../emulator/jira/jira';
import { installAppFields } from '../../../emulator/jira/site/install-app-fields';
import { APP } from './a-jira';

/** A read-only object field as the app's manifest declares one. */
const EMERGENCY_FIELD = {
  key: 'emergency-change',
  name: 'EmergencyChange',
  description: 'State of the procedure.',
  type: 'object',
  readOnly: true,
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      phase: { type: 'string', maxLength: 20, searchAlias: 'phase' },
      number: { type: 'integer', minimum: 1, searchAlias: 'number' },
      deployedAt: { type: 'string', searchAlias: 'deployedAt', searchType: 'date' },
      retroactive: { type: 'boolean', searchAlias: 'retroactive' },
      approvers: { type: 'array', items: { type: 'string' }, searchAlias: 'approvers', searchType: 'user' },
      inner: { type: 'object', properties: { risk: { type: 'string', enum: ['low', 'high'], searchAlias: 'risk' } } },
    },
    required: ['phase'],
  },
  view: { formatter: { expression: 'value.phase' } },
} as const;

/** Installs the field; answers with its id. */
export function installField(jira: Jira, environmentType?: 'DEVELOPMENT' | 'PRODUCTION'): string {
  const app = environmentType === undefined ? APP : { ...APP, environmentType };
  jira.store.accounts.set(APP.accountId, {
    accountId: APP.accountId,
    accountType: 'app',
    displayName: APP.displayName,
    emailAddress: '',
    apiToken: undefined,
    timeZone: 'Etc/UTC',
  });
  installAppFields(jira.store, app, [EMERGENCY_FIELD]);
  const field = [...jira.store.fields.values()].find(({ forge }) => forge !== undefined);
  if (field === undefined) throw new Error('The field was not installed.');
  return field.id;
}
