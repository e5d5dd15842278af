import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { OPERATIONS } from '../../emulator/jira/rest/operations';
import type { Principal } from '../../emulator/seams';
import { aJira, as, call, emergency, KIND, paragraph, type Reply } from './support/a-jira';
import { openApiChecker, type ResponseChecker } from './support/openapi';

let checker: ResponseChecker | undefined;
beforeAll(async () => {
  checker = await openApiChecker();
});

let jira: Jira;
beforeEach(async () => {
  jira = aJira();
  await call(jira, as('erin'), 'POST', '/issue', emergency());
});

/** A call whose answer has to be as Atlassian describes it, where the description is at hand. */
async function described(
  operationId: string,
  who: Principal,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const reply = await call(jira, who, method, path, body);
  if (reply.body !== undefined) expect(checker?.problems(operationId, reply.status, reply.body) ?? []).toEqual([]);
  return reply;
}

const erin = as('erin');

describe('every operation answers as Atlassian describes it', () => {
  const calls: readonly (readonly [string, string, string, number, unknown?])[] = [
    ['addComment', 'POST', '/issue/OPS-1/comment', 201, { body: paragraph('On it.') }],
    ['assignIssue', 'PUT', '/issue/OPS-1/assignee', 204, { accountId: '712020:pat' }],
    ['bulkGetGroups', 'GET', '/group/bulk?groupName=security-team', 200],
    ['bulkGetUsers', 'GET', '/user/bulk?accountId=712020:lee&accountId=712020:sam', 200],
    ['countIssues', 'POST', '/search/approximate-count', 200, { jql: 'project = OPS' }],
    ['createIssue', 'POST', '/issue', 201, emergency('Another')],
    ['deleteIssueProperty', 'DELETE', '/issue/OPS-1/properties/a', 404],
    ['doTransition', 'POST', '/issue/OPS-1/transitions', 204, { transition: { id: '141' } }],
    ['editIssue', 'PUT', '/issue/OPS-1', 204, { fields: { summary: 'Checkout answers 502' } }],
    ['findAssignableUsers', 'GET', '/user/assignable/search?project=OPS', 200],
    ['findGroups', 'GET', '/groups/picker?query=security', 200],
    ['findUsers', 'GET', '/user/search?query=erin', 200],
    ['getBulkChangelogs', 'POST', '/changelog/bulkfetch', 200, { issueIdsOrKeys: ['OPS-1'], fieldIds: ['assignee'] }],
    ['getChangeLogs', 'GET', '/issue/OPS-1/changelog', 200],
    ['getComments', 'GET', '/issue/OPS-1/comment', 200],
    ['getCreateIssueMetaIssueTypeId', 'GET', '/issue/createmeta/OPS/issuetypes/10010', 200],
    ['getCreateIssueMetaIssueTypes', 'GET', '/issue/createmeta/OPS/issuetypes', 200],
    ['getCurrentUser', 'GET', '/myself?expand=groups', 200],
    ['getEditIssueMeta', 'GET', '/issue/OPS-1/editmeta', 200],
    ['getFields', 'GET', '/field', 200],
    ['getIssue', 'GET', '/issue/OPS-1?expand=names,changelog,editmeta,transitions', 200],
    ['getIssueAllTypes', 'GET', '/issuetype', 200],
    ['getIssueProperty', 'GET', '/issue/OPS-1/properties/a', 404],
    ['getIssuePropertyKeys', 'GET', '/issue/OPS-1/properties', 200],
    ['getIssueTypeProperty', 'GET', '/issuetype/10010/properties/emergency-change', 200],
    ['getIssueTypePropertyKeys', 'GET', '/issuetype/10010/properties', 200],
    ['getMyPermissions', 'GET', '/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER&issueKey=OPS-1', 200],
    ['getPriorities', 'GET', '/priority', 200],
    ['getProject', 'GET', '/project/OPS', 200],
    ['getServerInfo', 'GET', '/serverInfo', 200],
    ['getStatuses', 'GET', '/status', 200],
    ['getTransitions', 'GET', '/issue/OPS-1/transitions?expand=transitions.fields', 200],
    ['getUser', 'GET', '/user?accountId=712020:lee&expand=groups', 200],
    ['getUserGroups', 'GET', '/user/groups?accountId=712020:lee', 200],
    ['searchAndReconsileIssuesUsingJql', 'GET', '/search/jql?jql=project%20%3D%20OPS&fields=summary,status', 200],
    ['searchAndReconsileIssuesUsingJqlPost', 'POST', '/search/jql', 200, { jql: 'project = OPS', fields: ['*all'] }],
    ['searchProjects', 'GET', '/project/search', 200],
    ['setIssueProperty', 'PUT', '/issue/OPS-1/properties/a', 201, { b: 1 }],
    ['setIssueTypeProperty', 'PUT', '/issuetype/10010/properties/a', 403, { b: 1 }],
    ['deleteIssue', 'DELETE', '/issue/OPS-1', 403],
  ];

  // One value a row: jest would take a parameter that a short row leaves empty for its `done` callback.
  it.each(calls.map((row) => ({ row, name: row[0] })))('$name', async ({ row }) => {
    const [operationId, method, path, status, body] = row;
    expect((await described(operationId, erin, method, path, body)).status).toBe(status);
  });

  // Skipped, and so seen in the report, where JIRA_OPENAPI does not name the description.
  (process.env.JIRA_OPENAPI === undefined ? it.skip : it)('by a checker that does find what is wrong', () => {
    const wrong = { accountId: 5, active: 'yes', bogus: 1 };
    expect(checker?.problems('getCurrentUser', 200, wrong)).not.toEqual([]);
    expect(checker?.problems('getNothing', 200, {})).not.toEqual([]);
  });

  it('and none is left out here', () => {
    expect(new Set(calls.map(([operationId]) => operationId))).toEqual(
      new Set(OPERATIONS.map(({ operationId }) => operationId)),
    );
  });

  it('what is not modelled answers 501 and is recorded', async () => {
    const { status, body } = await call(jira, erin, 'GET', '/dashboard?x=1');
    expect(status).toBe(501);
    expect(body).toMatchObject({ errorMessages: [expect.stringContaining('GET /rest/api/3/dashboard')] });
    expect(jira.unmodelled).toMatchObject([
      { method: 'GET', path: '/rest/api/3/dashboard?x=1', accountId: '712020:erin' },
    ]);
  });
});

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
    ['status WAS "Identified"', 501],
    ['status = Identified', 400],
    ['assignee = membersOf("x")', 501],
  ])('does not guess: %s', async (jql, status) => {
    expect(await keys(jql)).toBe(status);
  });
});
