import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import type { IssueHappening } from '../../emulator/seams';
import { aJira, as, call, emergency, KIND, paragraph } from './support/a-jira';

const [erin, ada, app] = [as('erin'), as('ada'), as('app')];
const FLAGGED = 'customfield_10021';
let jira: Jira;
let told: IssueHappening[];
beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
  told = [];
  jira.onHappening((happening) => told.push(happening));
});

const subtask = (more: object = {}) => ({
  project: { key: 'OPS' },
  issuetype: { name: 'Subtask' },
  parent: { key: 'OPS-1' },
  summary: 'Hold the post-mortem',
  ...more,
});

describe('a subtask', () => {
  it('is created by the app with all that it needs, and is with its parent at once', async () => {
    const fields = subtask({
      duedate: '2026-11-27',
      assignee: { accountId: '712020:pat' },
      description: paragraph('x'),
    });
    const body = { fields, properties: [{ key: 'obligation', value: 'post-mortem' }] };
    expect(await call(jira, app, 'POST', '/issue', body)).toMatchObject({ status: 201, body: { key: 'OPS-2' } });
    expect((await call(jira, erin, 'GET', '/issue/OPS-1?fields=subtasks')).body).toMatchObject({
      fields: { subtasks: [{ key: 'OPS-2', fields: { summary: 'Hold the post-mortem', status: { name: 'To Do' } } }] },
    });
    expect((await call(jira, erin, 'GET', '/issue/OPS-2?properties=obligation')).body).toMatchObject({
      fields: { parent: { key: 'OPS-1' }, duedate: '2026-11-27', assignee: { accountId: '712020:pat' } },
      properties: { obligation: 'post-mortem' },
    });
    expect(told).toMatchObject([{ kind: 'created', issueKey: 'OPS-2', accountId: '712020:app', changes: [] }]);
  });

  it.each([
    ['without a parent', { parent: undefined }, 'parent'],
    ['of a parent that is not there', { parent: { key: 'OPS-99' } }, 'parent'],
    ['in another project than its parent', { project: { key: 'WEB' } }, 'pid'],
    ['assigned to who cannot be', { assignee: { accountId: '712020:ada' } }, 'assignee'],
    ['with a date that is none', { duedate: 'tomorrow' }, 'duedate'],
  ])('%s is refused with the field named', async (_what, more, fieldId) => {
    expect(await call(jira, erin, 'POST', '/issue', { fields: subtask(more) })).toMatchObject({
      status: 400,
      body: { errors: { [fieldId]: expect.any(String) } },
    });
    expect(jira.store.issues.size).toBe(1);
  });

  it('has no subtasks', async () => {
    await call(jira, erin, 'POST', '/issue', { fields: subtask() });
    expect(await call(jira, erin, 'POST', '/issue', { fields: subtask({ parent: { key: 'OPS-2' } }) })).toMatchObject({
      status: 400,
      body: { errors: { parentId: expect.any(String) } },
    });
  });
});

describe('fields', () => {
  it('labels are added and removed one by one', async () => {
    await call(jira, erin, 'PUT', '/issue/OPS-1', {
      update: { labels: [{ add: 'emergency-change' }, { add: 'late' }] },
    });
    await call(jira, erin, 'PUT', '/issue/OPS-1', {
      update: { labels: [{ remove: 'late' }, { add: 'emergency-change' }] },
    });
    expect((await call(jira, erin, 'GET', '/issue/OPS-1?fields=labels')).body).toMatchObject({
      fields: { labels: ['emergency-change'] },
    });
  });

  it('a flag is raised and lowered, and in the history', async () => {
    expect(
      (await call(jira, app, 'PUT', '/issue/OPS-1', { fields: { [FLAGGED]: [{ value: 'Impediment' }] } })).status,
    ).toBe(204);
    expect((await call(jira, erin, 'GET', `/issue/OPS-1?fields=${FLAGGED}`)).body).toMatchObject({
      fields: { [FLAGGED]: [{ value: 'Impediment', id: '10019' }] },
    });
    await call(jira, app, 'PUT', '/issue/OPS-1', { fields: { [FLAGGED]: null } });
    expect((await call(jira, erin, 'GET', `/issue/OPS-1?fields=${FLAGGED}`)).body).toMatchObject({
      fields: { [FLAGGED]: null },
    });
    expect((await call(jira, erin, 'GET', '/issue/OPS-1/changelog')).body).toMatchObject({
      values: [
        { items: [{ field: 'Flagged', fieldtype: 'custom', from: '', to: '[10019]', toString: 'Impediment' }] },
        { items: [{ from: '[10019]', fromString: 'Impediment', to: '', toString: '' }] },
      ],
    });
    expect((await call(jira, app, 'PUT', '/issue/OPS-1', { fields: { [FLAGGED]: [{ value: 'No' }] } })).status).toBe(
      400,
    );
  });

  it('a text that is too long is refused in words of its limit', async () => {
    const more = { description: paragraph('x'.repeat(32_768)) };
    expect(await call(jira, erin, 'POST', '/issue', emergency('Long', more))).toMatchObject({
      status: 400,
      body: {
        errors: { description: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.' },
      },
    });
  });
});

describe('the rules of the transition that creates', () => {
  const RULE = {
    id: 'r',
    ruleKey: 'forge:expression-validator',
    parameters: { key: 'ari:rule', id: 'r', disabled: 'false' },
  };
  beforeEach(() => {
    const workflow = jira.store.workflows.get('emergency-change');
    if (workflow !== undefined) workflow.initial = { ...workflow.initial, validators: [RULE] };
  });

  it('block a create', async () => {
    jira.plugValidator(() => Promise.resolve({ kind: 'blocked', message: 'Not tonight.' }));
    expect(await call(jira, erin, 'POST', '/issue', emergency())).toMatchObject({
      status: 400,
      body: { errorMessages: ['Not tonight.'] },
    });
    expect(jira.store.issues.size).toBe(1);
    expect(told).toEqual([]);
  });

  it('and its post functions do their part', async () => {
    const action = { id: 'a', ruleKey: 'system:change-assignee', parameters: { type: 'to-current-user' } };
    const workflow = jira.store.workflows.get('emergency-change');
    if (workflow !== undefined) workflow.initial = { ...workflow.initial, validators: [], actions: [action] };
    await call(jira, erin, 'POST', '/issue', emergency('Mine'));
    expect((await call(jira, erin, 'GET', '/issue/OPS-2?fields=assignee')).body).toMatchObject({
      fields: { assignee: { accountId: '712020:erin' } },
    });
  });

  it('see the issue as it would be, and no original', async () => {
    let context: object = {};
    jira.plugValidator(({ expressionContext }) => {
      context = expressionContext;
      return Promise.resolve({ kind: 'passed' });
    });
    expect((await call(jira, erin, 'POST', '/issue', emergency('Second'))).status).toBe(201);
    expect(context).toMatchObject({ issue: { summary: 'Second' }, transition: { to: { id: 11 } } });
    expect(context).not.toHaveProperty('originalIssue');
  });
});

describe('a bulk create', () => {
  const bulk = (...issueUpdates: readonly unknown[]) => call(jira, erin, 'POST', '/issue/bulk', { issueUpdates });

  it('creates what it can, and tells which of the others failed and why', async () => {
    const { status, body } = await bulk(emergency('Second'), emergency('Third', { [KIND]: { value: 'Boredom' } }), {
      fields: subtask(),
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      issues: [{ key: 'OPS-2' }, { key: 'OPS-3' }],
      errors: [{ status: 400, failedElementNumber: 1, elementErrors: { errors: { [KIND]: expect.any(String) } } }],
    });
    expect(told.map(({ kind }) => kind)).toEqual(['created', 'created']);
  });

  it('is 400 if nothing was created, with the same body', async () => {
    expect(await bulk({ fields: {} })).toMatchObject({
      status: 400,
      body: { issues: [], errors: [{ failedElementNumber: 0 }] },
    });
  });

  it.each([
    ['of nothing', []],
    ['of more than 50', Array.from({ length: 51 }, () => emergency())],
  ])('%s is refused', async (_what, all) => {
    expect((await bulk(...all)).status).toBe(400);
    expect(jira.store.issues.size).toBe(1);
  });
});

describe('a fault of a listener', () => {
  it('does not make the caller believe that nothing was stored, and is recorded', async () => {
    jira.onHappening(() => {
      throw new Error('deaf');
    });
    expect((await call(jira, erin, 'POST', '/issue', emergency())).status).toBe(201);
    expect(told).toHaveLength(1);
    expect(jira.unmodelled).toMatchObject([{ method: 'EVENT', path: 'created OPS-2', why: 'A listener failed: deaf' }]);
  });
});

describe('many issues at once', () => {
  it('are fetched in the order of their ids, with the fields asked for, without those that are hidden', async () => {
    await call(jira, erin, 'POST', '/issue', { fields: subtask() });
    const asked = { issueIdsOrKeys: ['OPS-2', '10000', 'OPS-1', 'OPS-99'], fields: ['summary'], properties: ['p'] };
    expect((await call(jira, ada, 'POST', '/issue/bulkfetch', asked)).body).toMatchObject({
      issues: [{ key: 'OPS-1', fields: { summary: 'Checkout answers 500' } }, { key: 'OPS-2' }],
      issueErrors: [],
    });
    expect((await call(jira, as('mal'), 'POST', '/issue/bulkfetch', asked)).body).toMatchObject({ issues: [] });
    expect((await call(jira, ada, 'POST', '/issue/bulkfetch', { issueIdsOrKeys: [] })).status).toBe(400);
    expect((await call(jira, ada, 'POST', '/issue/bulkfetch', { ...asked, expand: ['renderedFields'] })).status).toBe(
      501,
    );
  });
});
