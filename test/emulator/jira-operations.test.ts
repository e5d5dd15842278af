import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call, emergency, KIND, paragraph } from './support/a-jira';

let jira: Jira;
beforeEach(async () => {
  jira = aJira();
  await call(jira, as('erin'), 'POST', '/issue', emergency());
});

const erin = as('erin');

describe('who may do what', () => {
  it('an issue that somebody may not see is as if it were not there', async () => {
    for (const path of ['/issue/OPS-1', '/issue/OPS-99', '/issue/OPS-1/changelog', '/issue/OPS-1/transitions']) {
      expect(await call(jira, as('mal'), 'GET', path)).toEqual({
        status: 404,
        body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
      });
    }
    expect((await call(jira, { kind: 'anonymous' }, 'GET', '/issue/OPS-1')).status).toBe(404);
    expect((await call(jira, as('mal'), 'POST', '/search/jql', { jql: 'created > -1d' })).body).toMatchObject({
      issues: [],
    });
    for (const jql of ['project = OPS', 'key = OPS-1']) {
      expect((await call(jira, as('mal'), 'POST', '/search/jql', { jql })).status).toBe(400);
    }
  });

  it('an auditor reads and changes nothing', async () => {
    const ada = as('ada');
    expect((await call(jira, ada, 'GET', '/issue/OPS-1')).status).toBe(200);
    expect((await call(jira, ada, 'PUT', '/issue/OPS-1', { fields: { summary: 'x' } })).status).toBe(403);
    expect((await call(jira, ada, 'POST', '/issue/OPS-1/comment', { body: paragraph('x') })).status).toBe(403);
    expect((await call(jira, ada, 'PUT', '/issue/OPS-1/assignee', { accountId: null })).status).toBe(403);
    expect((await call(jira, ada, 'POST', '/issue', emergency())).status).toBe(400);
    expect((await call(jira, ada, 'GET', '/issue/OPS-1/transitions')).body).toMatchObject({ transitions: [] });
    expect((await call(jira, ada, 'GET', '/issue/OPS-1?expand=editmeta')).body).toMatchObject({
      editmeta: { fields: {} },
    });
  });

  it('only a Jira administrator turns a work type on or off', async () => {
    const path = '/issuetype/10011/properties/emergency-change';
    expect((await call(jira, erin, 'PUT', path, { enabled: true })).status).toBe(403);
    expect((await call(jira, as('jo'), 'PUT', path, { enabled: true })).status).toBe(201);
  });
});

describe('creating and editing', () => {
  it('tells every wrong field at once, and creates nothing', async () => {
    const { status, body } = await call(jira, erin, 'POST', '/issue', {
      fields: {
        project: { key: 'OPS' },
        issuetype: { name: 'Emergency Change' },
        [KIND]: { value: 'Boredom' },
        labels: ['a b'],
      },
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      errors: { [KIND]: "Option value 'Boredom' is not valid", labels: expect.anything() },
    });
    expect(jira.store.issues.size).toBe(1);
  });

  it('asks for the required fields of the screen', async () => {
    const { body } = await call(jira, erin, 'POST', '/issue', {
      fields: { project: { key: 'OPS' }, issuetype: { name: 'Emergency Change' } },
    });
    expect(body).toMatchObject({
      errors: { summary: 'You must specify a summary of the issue.', [KIND]: 'Kind of critical issue is required.' },
    });
  });

  it('keeps who changed what, from what, to what', async () => {
    await call(jira, as('pat'), 'PUT', '/issue/OPS-1', {
      fields: { assignee: { accountId: '712020:lee' }, summary: 'New' },
    });
    const { body } = await call(jira, erin, 'GET', '/issue/OPS-1/changelog');
    expect(body).toMatchObject({
      values: [
        {
          author: { accountId: '712020:pat' },
          items: [
            { fieldId: 'assignee', from: null, to: '712020:lee', toString: 'Lee Lindt' },
            { fieldId: 'summary', fromString: 'Checkout answers 500', toString: 'New' },
          ],
        },
      ],
    });
  });

  it('keeps no history of an edit that changes nothing', async () => {
    await call(jira, erin, 'PUT', '/issue/OPS-1', { fields: { summary: 'Checkout answers 500' } });
    expect((await call(jira, erin, 'GET', '/issue/OPS-1/changelog')).body).toMatchObject({ total: 0 });
  });

  it('sends the newest entries with an issue, and the whole history by pages', async () => {
    for (let n = 0; n < 45; n += 1)
      await call(jira, erin, 'PUT', '/issue/OPS-1', { fields: { summary: `Summary ${n}` } });
    const { body } = await call(jira, erin, 'GET', '/issue/OPS-1?expand=changelog');
    expect(body).toMatchObject({ changelog: { total: 45, maxResults: 40, histories: { length: 40 } } });
    const first = await call(jira, erin, 'POST', '/changelog/bulkfetch', { issueIdsOrKeys: ['OPS-1'], maxResults: 30 });
    expect(first.body).toMatchObject({ issueChangeLogs: [{ changeHistories: { length: 30 } }], nextPageToken: '30' });
  });
});

describe('transitions', () => {
  const start = (more: object = {}) =>
    call(jira, erin, 'POST', '/issue/OPS-1/transitions', { transition: { id: '111' }, ...more });
  const statusNow = async () => (await call(jira, erin, 'GET', '/issue/OPS-1?fields=status,summary,assignee')).body;

  it('a rule that cannot be asked blocks', async () => {
    expect((await start()).status).toBe(400);
    expect(await statusNow()).toMatchObject({ fields: { status: { name: 'Identified' } } });
  });

  it('a blocking rule says its words, and nothing of the screen is kept', async () => {
    jira.plugValidator(({ ruleKey }) =>
      Promise.resolve(ruleKey.endsWith('approvals') ? { kind: 'blocked', message: 'Ask Lee.' } : { kind: 'passed' }),
    );
    expect(await start({ fields: { summary: 'Sneaky' } })).toEqual({
      status: 400,
      body: { errorMessages: ['Ask Lee.'], errors: {} },
    });
    expect(await statusNow()).toMatchObject({
      fields: { status: { name: 'Identified' }, summary: 'Checkout answers 500' },
    });
  });

  it('passes with the fields of its screen in one entry of the history', async () => {
    jira.plugValidator(() => Promise.resolve({ kind: 'passed' }));
    const update = { comment: [{ add: { body: paragraph('Starting.') } }] };
    expect((await start({ fields: { assignee: { accountId: '712020:pat' } }, update })).status).toBe(204);
    expect(await statusNow()).toMatchObject({
      fields: { status: { name: 'Deploying' }, assignee: { displayName: 'Pat Peters' } },
    });
    const { body } = await call(jira, erin, 'GET', '/issue/OPS-1/changelog');
    expect(body).toMatchObject({ total: 1, values: [{ items: [{ fieldId: 'assignee' }, { fieldId: 'status' }] }] });
  });

  it('tells a rule of modified fields, but of neither summary nor reporter', async () => {
    let told: object = {};
    jira.plugValidator((asked) => {
      told = asked;
      return Promise.resolve({ kind: 'passed' });
    });
    await start({ fields: { assignee: { accountId: '712020:pat' }, summary: 'New', description: null } });
    expect(told).toMatchObject({
      issueKey: 'OPS-1',
      fromStatusId: '11',
      toStatusId: '12',
      modifiedFields: { assignee: { accountId: '712020:pat' }, description: null },
      expressionContext: { issue: { summary: 'New' }, originalIssue: { summary: 'Checkout answers 500' } },
    });
    expect(told).not.toHaveProperty('modifiedFields.summary');
  });

  it('fails when somebody else moved the issue while the rules were asked', async () => {
    jira.plugValidator(async () => {
      await call(jira, as('pat'), 'POST', '/issue/OPS-1/transitions', { transition: { id: '141' } });
      return { kind: 'passed' };
    });
    expect((await start()).status).toBe(409);
    expect(await statusNow()).toMatchObject({ fields: { status: { name: 'Cancelled' } } });
  });

  it('refuses a transition that is not there, and a field that is not on its screen', async () => {
    expect((await call(jira, erin, 'POST', '/issue/OPS-1/transitions', { transition: { id: '131' } })).status).toBe(
      400,
    );
    expect((await start({ fields: { labels: ['x'] } })).body).toMatchObject({ errors: { labels: expect.anything() } });
  });
});

describe('JQL', () => {
  const keys = async (jql: string, who = erin) => {
    const { status, body } = await call(jira, who, 'POST', '/search/jql', { jql, fields: ['summary'] });
    return status === 200 ? [...JSON.stringify(body).matchAll(/"key":"(\w+-\d+)"/g)].map(([, key]) => key) : status;
  };
  beforeEach(async () => {
    const task = { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'New colours' };
    await call(jira, as('pat'), 'POST', '/issue', { fields: task });
  });

  it.each([
    ['project = OPS', ['OPS-1']],
    ['project in (OPS, Website) ORDER BY key', ['OPS-1', 'WEB-1']],
    ['reporter = currentUser()', ['OPS-1']],
    ['NOT reporter = currentUser() AND assignee is EMPTY', ['WEB-1']],
    ['summary ~ "checkout" OR issuetype = Task ORDER BY created DESC, key ASC', ['OPS-1', 'WEB-1']],
    ['"Kind of critical issue" = "Service outage"', ['OPS-1']],
    ['cf[10050] is EMPTY', ['WEB-1']],
    ['status != "Identified"', ['WEB-1']],
    ['created >= -1d', ['WEB-1', 'OPS-1']],
    ['created < 2026-11-01', []],
  ])('%s', async (jql, expected) => {
    expect(await keys(jql)).toEqual(expected);
  });

  it.each([
    ['colour = red', 400],
    ['project = ', 400],
    ['', 400],
    ['status = Identified', 400],
    ['assignee in membersOf("no such group")', 400],
  ])('does not guess: %s', async (jql, status) => {
    expect(await keys(jql)).toBe(status);
  });
});
