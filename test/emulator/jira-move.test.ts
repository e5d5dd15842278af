import { beforeEach, describe, expect, it } from '@jest/globals';
import { cloneIssue } from '../../emulator/jira/clone-issue';
import type { Jira } from '../../emulator/jira/jira';
import type { IssueHappening } from '../../emulator/seams';
import { aJira, as, call, emergency } from './support/a-jira';

const [erin, jo, ada, mal] = [as('erin'), as('jo'), as('ada'), as('mal')];
const [TASK, SUBTASK, EMERGENCY] = ['10011', '10012', '10010'];
let jira: Jira;
let told: IssueHappening[];
beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
  const fields = { project: { key: 'OPS' }, issuetype: { name: 'Subtask' }, parent: { key: 'OPS-1' }, summary: 'Part' };
  await call(jira, erin, 'POST', '/issue', { fields });
  told = [];
  jira.onHappening((happening) => told.push(happening));
});

const INFER = {
  inferClassificationDefaults: true,
  inferFieldDefaults: true,
  inferStatusDefaults: true,
  inferSubtaskTypeDefault: true,
};
const move = (target: string, issueIdsOrKeys: readonly string[], more: object = INFER, who = erin) =>
  call(jira, who, 'POST', '/bulk/issues/move', { targetToSourcesMapping: { [target]: { issueIdsOrKeys, ...more } } });
const progress = async (who = erin) => (await call(jira, who, 'GET', '/bulk/queue/10000')).body;

describe('a bulk move', () => {
  it('to another project gives a new key, work type and status, without any transition', async () => {
    jira.plugValidator(() => {
      throw new Error('No rule is asked by a move.');
    });
    expect(await move(`WEB,${TASK}`, ['OPS-1'])).toEqual({ status: 201, body: { taskId: '10000' } });
    expect(await progress()).toMatchObject({
      taskId: '10000',
      status: 'COMPLETE',
      progressPercent: 100,
      totalIssueCount: 1,
      processedAccessibleIssues: [10_000],
      failedAccessibleIssues: {},
      invalidOrInaccessibleIssueCount: 0,
    });
    expect((await call(jira, ada, 'GET', '/issue/OPS-1')).body).toMatchObject({
      id: '10000',
      key: 'WEB-1',
      fields: {
        project: { key: 'WEB' },
        issuetype: { name: 'Task' },
        status: { name: 'To Do' },
        subtasks: [{ key: 'WEB-2' }],
      },
    });
    expect(told[0]?.changes.map(({ fieldId, fromString, toString }) => [fieldId, fromString, toString])).toEqual([
      ['project', 'Operations', 'Website'],
      ['Key', 'OPS-1', 'WEB-1'],
      ['issuetype', 'Emergency Change', 'Task'],
      ['status', 'Identified', 'To Do'],
    ]);
    expect(told.map(({ issueKey, projectId }) => [issueKey, projectId])).toEqual([
      ['WEB-1', '10001'],
      ['WEB-2', '10001'],
    ]);
  });

  it('is found where it is now', async () => {
    await move(`WEB,${TASK}`, ['OPS-1']);
    const keys = async (jql: string) =>
      (await call(jira, ada, 'POST', '/search/jql', { jql, fields: ['summary'] })).body;
    expect(await keys('project = WEB ORDER BY key')).toMatchObject({ issues: [{ key: 'WEB-1' }, { key: 'WEB-2' }] });
    expect(await keys('project = OPS')).toMatchObject({ issues: [] });
    expect(await keys('key = OPS-1')).toMatchObject({ issues: [{ key: 'WEB-1' }] });
  });

  it('that the validator of the action does not let a subtask make moves nothing', async () => {
    const subtask = jira.store.issues.get('10001');
    if (subtask !== undefined) jira.store.issues.change(subtask, { issueTypeId: TASK });
    jira.plugActionValidator(({ issueId }) =>
      Promise.resolve(issueId === '10001' ? { kind: 'blocked', message: 'No.' } : { kind: 'passed' }),
    );
    await move(`WEB,${TASK}`, ['OPS-1']);
    expect(await progress()).toMatchObject({ failedAccessibleIssues: { '10000': ['No.'] } });
    expect((await call(jira, ada, 'GET', '/issue/10000')).body).toMatchObject({ key: 'OPS-1' });
  });

  it('never gives a key again', async () => {
    await move(`WEB,${TASK}`, ['OPS-1']);
    await call(jira, erin, 'POST', '/issue', emergency());
    expect((await call(jira, ada, 'GET', '/issue/OPS-3')).status).toBe(200);
    expect((await call(jira, ada, 'GET', '/issue/ops-1?fields=summary')).body).toMatchObject({ key: 'WEB-1' });
  });

  it('within the project retypes, if the validator of the action lets it', async () => {
    jira.plugActionValidator(() => Promise.resolve({ kind: 'blocked', message: 'It stays what it is.' }));
    await move(`OPS,${TASK}`, ['OPS-1']);
    expect(await progress()).toMatchObject({
      status: 'COMPLETE',
      processedAccessibleIssues: [],
      failedAccessibleIssues: { '10000': ['It stays what it is.'] },
    });
    jira.plugActionValidator(() => Promise.resolve({ kind: 'passed' }));
    await move(`OPS,${TASK}`, ['OPS-1']);
    expect((await call(jira, ada, 'GET', '/issue/OPS-1')).body).toMatchObject({
      key: 'OPS-1',
      fields: { issuetype: { name: 'Task' } },
    });
  });

  it('maps statuses where it is told to', async () => {
    const more = { ...INFER, inferStatusDefaults: false, targetStatus: [{ statuses: { '3': ['11'] } }] };
    await move(`WEB,${TASK}`, ['OPS-1'], more);
    expect((await call(jira, ada, 'GET', '/issue/WEB-1')).body).toMatchObject({ fields: { status: { name: 'Done' } } });
  });

  it.each([
    ['without its subtasks', `WEB,${TASK}`, { ...INFER, inferSubtaskTypeDefault: false }, 'subtasks'],
    ['without a status for the one it has', `WEB,${TASK}`, { ...INFER, inferStatusDefaults: false }, 'status'],
    ['to a work type that the project lacks', `WEB,${EMERGENCY}`, INFER, 'does not exist'],
  ])('fails for an issue %s', async (_what, target, more, words) => {
    expect((await move(target, ['OPS-1', 'OPS-99'], more)).status).toBe(201);
    expect(await progress()).toMatchObject({
      totalIssueCount: 2,
      processedAccessibleIssues: [],
      failedAccessibleIssues: { '10000': [expect.stringContaining(words)] },
      invalidOrInaccessibleIssueCount: 1,
    });
    expect(told).toEqual([]);
  });

  it('makes a subtask of an issue, and of a subtask an issue', async () => {
    await call(jira, erin, 'POST', '/issue', emergency('Third'));
    await move(`OPS,${SUBTASK},OPS-1`, ['OPS-3']);
    expect((await call(jira, ada, 'GET', '/issue/OPS-3')).body).toMatchObject({ fields: { parent: { key: 'OPS-1' } } });
    await move(`OPS,${TASK}`, ['OPS-2']);
    expect((await call(jira, ada, 'GET', '/issue/OPS-2')).body).not.toHaveProperty('fields.parent');
  });

  it.each([
    ['of nothing', `WEB,${TASK}`, [], INFER, erin, 400],
    ['of more than 1000', `WEB,${TASK}`, Array.from({ length: 1001 }, () => 'OPS-1'), INFER, erin, 400],
    ['to no project', `NO,${TASK}`, ['OPS-1'], INFER, erin, 400],
    ['to no work type', 'WEB,1', ['OPS-1'], INFER, erin, 400],
    ['to a subtask without a parent', `OPS,${SUBTASK}`, ['OPS-1'], INFER, erin, 400],
    ['with values of mandatory fields', `WEB,${TASK}`, ['OPS-1'], { ...INFER, targetMandatoryFields: [] }, erin, 501],
    ['by nobody', `WEB,${TASK}`, ['OPS-1'], INFER, { kind: 'anonymous' } as const, 401],
  ])('%s is refused', async (_what, target, keys, more, who, status) => {
    expect((await move(target, keys, more, who)).status).toBe(status);
  });

  it('wants the permissions to change in bulk, to move and to create', async () => {
    await move(`WEB,${TASK}`, ['OPS-1'], INFER, ada);
    expect(await progress(ada)).toMatchObject({
      failedAccessibleIssues: { '10000': [expect.stringContaining('permission')] },
    });
    jira.store.globalPermissions.set('BULK_CHANGE', []);
    expect(await move(`WEB,${TASK}`, ['OPS-1'])).toMatchObject({
      status: 403,
      body: { errors: [{ message: expect.any(String) }] },
    });
  });

  it('goes on after the answer, where tasks take time, and can be stopped before it begins', async () => {
    jira.settings.taskDelay = 5000;
    await move(`WEB,${TASK}`, ['OPS-1']);
    expect(await progress()).toMatchObject({ status: 'ENQUEUED', progressPercent: 0 });
    expect((await call(jira, mal, 'GET', '/bulk/queue/10000')).status).toBe(400);
    await jira.clock.advance(5000);
    expect(await progress()).toMatchObject({ status: 'COMPLETE', processedAccessibleIssues: [10_000] });
    await move(`OPS,${TASK}`, ['WEB-1']);
    expect((await call(jira, erin, 'POST', '/task/10001/cancel')).status).toBe(202);
    expect((await call(jira, erin, 'POST', '/task/10000/cancel')).status).toBe(400);
    await jira.clock.advance(5000);
    expect((await call(jira, ada, 'GET', '/issue/OPS-1')).body).toMatchObject({ key: 'WEB-1' });
    expect((await call(jira, jo, 'GET', '/task/10001')).body).toMatchObject({ status: 'CANCELLED' });
  });
});

describe('a bulk transition', () => {
  const PATH = '/bulk/issues/transition';
  const transit = (transitionId: string, ...selectedIssueIdsOrKeys: readonly string[]) =>
    call(jira, erin, 'POST', PATH, { bulkTransitionInputs: [{ selectedIssueIdsOrKeys, transitionId }] });

  it('offers the transitions that all issues of a workflow can do and that have no screen', async () => {
    expect((await call(jira, erin, 'GET', `${PATH}?issueIdsOrKeys=OPS-1,OPS-2`)).body).toMatchObject({
      availableTransitions: [
        {
          issues: ['OPS-1'],
          isTransitionsFiltered: true,
          transitions: [{ transitionId: 141, to: { statusName: 'Cancelled' } }],
        },
        { issues: ['OPS-2'], isTransitionsFiltered: false, transitions: [{}, {}, {}] },
      ],
    });
    expect((await call(jira, erin, 'GET', `${PATH}?issueIdsOrKeys=OPS-99`)).status).toBe(400);
  });

  it('changes the status of each issue that can do it', async () => {
    await transit('141', 'OPS-1', 'OPS-2');
    expect(await progress()).toMatchObject({
      processedAccessibleIssues: [10_000],
      failedAccessibleIssues: { '10001': [expect.any(String)] },
    });
    expect(told).toMatchObject([{ kind: 'updated', changes: [{ fieldId: 'status', from: '11', to: '15' }] }]);
  });

  it.each([
    ['asks no rule', false, 'Deploying'],
    ['asks the rules, where the site is set so', true, 'Identified'],
  ])('%s', async (_what, asks, statusName) => {
    jira.plugValidator(() => Promise.resolve({ kind: 'blocked', message: 'Ask Lee.' }));
    jira.settings.bulkTransitionsAskValidators = asks;
    await transit('111', 'OPS-1');
    expect((await call(jira, ada, 'GET', '/issue/OPS-1')).body).toMatchObject({
      fields: { status: { name: statusName } },
    });
  });
});

describe('a clone', () => {
  it('is a new issue with the same fields, linked to what it was cloned from', async () => {
    await call(jira, erin, 'PUT', '/issue/OPS-1', { fields: { labels: ['a'] }, properties: [{ key: 'k', value: 1 }] });
    told = [];
    const { key } = await cloneIssue(jira, 'OPS-1', '712020:pat');
    expect((await call(jira, ada, 'GET', `/issue/${key}?properties=k`)).body).toMatchObject({
      key: 'OPS-3',
      fields: {
        summary: 'CLONE - Checkout answers 500',
        labels: ['a'],
        customfield_10050: { value: 'Service outage' },
        reporter: { accountId: '712020:pat' },
        status: { name: 'Identified' },
        subtasks: [],
        issuelinks: [{ type: { outward: 'clones' }, outwardIssue: { key: 'OPS-1' } }],
      },
      properties: {},
    });
    expect(told).toMatchObject([{ kind: 'created', clonedFrom: { id: '10000', key: 'OPS-1' } }, { kind: 'linked' }]);
  });

  it('is refused to who may not see or not create', async () => {
    await expect(cloneIssue(jira, 'OPS-1', '712020:mal')).rejects.toMatchObject({ status: 404 });
    await expect(cloneIssue(jira, 'OPS-1', '712020:ada')).rejects.toMatchObject({ status: 400 });
  });

  it.each([
    ['carries', true, { phase: 'deployed' }],
    ['leaves', false, undefined],
  ])('%s the values of apps, as the site is set', async (_what, copies, value) => {
    const field = { id: 'customfield_19000', name: 'F', type: 'forge', custom: true, options: [] } as const;
    jira.store.fields.set(field.id, field);
    const issue = jira.store.issues.get('10000');
    const fields = { [field.id]: { phase: 'deployed' } };
    if (issue !== undefined) jira.store.issues.change(issue, { fields: { ...issue.fields, ...fields } });
    jira.settings.clonesCopyAppFields = copies;
    expect((await cloneIssue(jira, 'OPS-1', '712020:pat')).fields[field.id]).toEqual(value);
  });
});
