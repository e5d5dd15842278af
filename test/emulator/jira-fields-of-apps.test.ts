import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { installAppFields } from '../../emulator/jira/site/install-app-fields';
import type { IssueHappening, Principal } from '../../emulator/seams';
import { aJira, APP, as, call, emergency } from './support/a-jira';
import { installField } from './support/app-field';

const theApp: Principal = { kind: 'account', accountId: APP.accountId };

let jira: Jira;
let fieldId: string;
let issueId: number;
beforeEach(async () => {
  jira = aJira();
  fieldId = installField(jira);
  await call(jira, as('erin'), 'POST', '/issue', emergency());
  issueId = Number(jira.store.issueKeys.get('OPS-1'));
});

const write = (who: Principal, value: unknown, query = '') =>
  call(jira, who, 'PUT', `/app/field/${fieldId}/value${query}`, { updates: [{ issueIds: [issueId], value }] });

const valueOf = async () => (await call(jira, as('erin'), 'GET', `/issue/OPS-1?fields=${fieldId}`)).body;

describe("an app's custom field", () => {
  it('is listed with the type and key by which an app finds it', async () => {
    const { body } = await call(jira, as('erin'), 'GET', '/field');
    expect(body).toContainEqual(
      expect.objectContaining({
        id: fieldId,
        name: 'EmergencyChange',
        key: 'app-1__PRODUCTION__emergency-change',
        schema: {
          type: 'object',
          custom: 'ari:cloud:ecosystem::extension/app-1/env-1/static/emergency-change',
          customId: Number(fieldId.replace('customfield_', '')),
          configuration: { readOnly: true },
        },
      }),
    );
  });

  it('carries the name of its environment, and keeps its id when the app is deployed again', () => {
    expect(installField(jira, 'DEVELOPMENT')).toBe(fieldId);
    expect(jira.store.fields.get(fieldId)?.name).toBe('EmergencyChange (DEVELOPMENT)');
  });

  it('knows its search aliases, those of inner objects too', () => {
    expect(jira.store.fields.get(fieldId)?.forge?.searchAliases).toEqual([
      { alias: 'phase', path: 'phase', type: 'string' },
      { alias: 'number', path: 'number', type: 'number' },
      { alias: 'deployedAt', path: 'deployedAt', type: 'date' },
      { alias: 'retroactive', path: 'retroactive', type: 'string' },
      { alias: 'approvers', path: 'approvers', type: 'user' },
      { alias: 'risk', path: 'inner.risk', type: 'string' },
    ]);
  });

  it('with a schema that nobody would check is refused when it is installed', () => {
    const field = { key: 'x', name: 'X', description: '', type: 'object', schema: { type: 'object', oneOf: [] } };
    expect(() => {
      installAppFields(jira.store, APP, [field]);
    }).toThrow("does not model 'oneOf'");
  });
});

describe('its value', () => {
  it('is written by the app, shown with the issue, and told in the history', async () => {
    const told: IssueHappening[] = [];
    jira.onHappening((happening) => told.push(happening));
    expect((await write(theApp, { phase: 'deployed', number: 3 })).status).toBe(204);
    expect(await valueOf()).toMatchObject({ fields: { [fieldId]: { phase: 'deployed', number: 3 } } });
    expect(told).toMatchObject([
      { kind: 'updated', accountId: APP.accountId, changes: [{ field: 'EmergencyChange', fieldId, from: null }] },
    ]);
  });

  it('is written without a history where the app asks for that', async () => {
    const told: IssueHappening[] = [];
    jira.onHappening((happening) => told.push(happening));
    expect((await write(theApp, { phase: 'deployed' }, '?generateChangelog=false')).status).toBe(204);
    expect(await valueOf()).toMatchObject({ fields: { [fieldId]: { phase: 'deployed' } } });
    expect(told).toEqual([]);
  });

  it('is emptied by null', async () => {
    await write(theApp, { phase: 'deployed' });
    await write(theApp, null);
    expect(await valueOf()).toMatchObject({ fields: { [fieldId]: null } });
  });

  it.each([{ name: 'erin' }, { name: 'jo' }])('is written by nobody else: $name', async ({ name }) => {
    expect((await write(as(name), { phase: 'deployed' })).status).toBe(403);
    expect(await valueOf()).toMatchObject({ fields: { [fieldId]: null } });
  });

  it('is not set by an edit, even where the field is on the screen', async () => {
    const tab = jira.store.screens.get('10001')?.tabs[0];
    for (const screen of jira.store.screens.values()) {
      screen.tabs = screen.tabs.map((one) => ({ ...one, fieldIds: [...one.fieldIds, fieldId] }));
    }
    expect(tab).toBeDefined();
    const { status, body } = await call(jira, as('erin'), 'PUT', '/issue/OPS-1', {
      fields: { [fieldId]: { phase: 'completed' } },
    });
    expect({ status, body }).toEqual({
      status: 400,
      body: {
        errorMessages: [],
        errors: { [fieldId]: `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.` },
      },
    });
    expect((await call(jira, as('erin'), 'GET', '/issue/OPS-1/editmeta')).body).not.toHaveProperty(`fields.${fieldId}`);
  });

  it.each([
    { value: 'deployed', words: 'of type object' },
    { value: {}, words: 'required key [phase] not found' },
    { value: { phase: 3 }, words: 'expected type: string, found: integer' },
    { value: { phase: 'a', number: 0 }, words: 'out of range' },
    { value: { phase: 'a', number: 1.5 }, words: 'expected type: integer' },
    { value: { phase: 'a'.repeat(21) }, words: 'expected maxLength: 20' },
    { value: { phase: 'a', other: 1 }, words: 'extraneous key [other]' },
    { value: { phase: 'a', approvers: ['x', 2] }, words: '#/approvers/1' },
    { value: { phase: 'a', inner: { risk: 'none' } }, words: '#/inner/risk: is not a valid enum value' },
  ])('fits the schema of the manifest, or nothing is written: $words', async ({ value, words }) => {
    const { status, body } = await write(theApp, value);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(words);
    expect(await valueOf()).toMatchObject({ fields: { [fieldId]: null } });
  });

  it('is written for several issues in one call, or for none where one is missing', async () => {
    await call(jira, as('erin'), 'POST', '/issue', emergency('Another'));
    const other = Number(jira.store.issueKeys.get('OPS-2'));
    const many = (issueIds: readonly number[], phase: string) =>
      call(jira, theApp, 'POST', '/app/field/value', {
        updates: [{ customField: fieldId, issueIds, value: { phase } }],
      });
    expect((await many([issueId, 99], 'identified')).status).toBe(400);
    expect(await valueOf()).toMatchObject({ fields: { [fieldId]: null } });
    expect((await many([issueId, other], 'identified')).status).toBe(204);
    expect((await many([issueId, issueId], 'identified')).status).toBe(400);
    expect((await call(jira, as('erin'), 'GET', '/issue/OPS-2')).body).toMatchObject({
      fields: { [fieldId]: { phase: 'identified' } },
    });
  });

  it('of a field that is not there answers 404', async () => {
    const body = { updates: [{ issueIds: [issueId], value: null }] };
    expect((await call(jira, theApp, 'PUT', '/app/field/customfield_1/value', body)).status).toBe(404);
  });
});

describe('fields in general', () => {
  it('a select field is made with its options by a Jira administrator, and put on a screen', async () => {
    const type = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
    expect((await call(jira, as('erin'), 'POST', '/field', { name: 'Kind', type })).status).toBe(403);
    const made = await call(jira, as('jo'), 'POST', '/field', { name: 'Kind', type });
    expect(made).toMatchObject({ status: 201, body: { name: 'Kind', schema: { type: 'option' } } });
    const id = [...jira.store.fields.keys()].at(-1) ?? '';
    const contexts = await call(jira, as('jo'), 'GET', `/field/${id}/context`);
    expect(contexts.body).toMatchObject({ values: [{ isGlobalContext: true }] });
    const context = `/field/${id}/context/${10_000 + Number(id.replace('customfield_', ''))}`;
    const options = { options: [{ value: 'Outage' }, { value: 'Breach' }] };
    expect((await call(jira, as('jo'), 'POST', `${context}/option`, options)).status).toBe(200);
    expect((await call(jira, as('jo'), 'GET', `${context}/option`)).body).toMatchObject({
      values: [{ value: 'Outage' }, { value: 'Breach' }],
    });
    const tab = jira.store.screens.get('1')?.tabs[0]?.id ?? '';
    const fields = `/screens/1/tabs/${tab}/fields`;
    expect((await call(jira, as('jo'), 'POST', fields, { fieldId: id })).status).toBe(200);
    expect((await call(jira, as('jo'), 'GET', fields)).body).toContainEqual({ id, name: 'Kind' });
    expect((await call(jira, as('jo'), 'GET', `/field/${id}/screens`)).body).toMatchObject({ values: [{ id: 1 }] });
  });
});
