import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { LOOP, type Transition } from '../../emulator/jira/model/workflow';
import { aJira, as, call, emergency, paragraph } from './support/a-jira';

const [erin, ada] = [as('erin'), as('ada')];
const PATH = '/issue/OPS-1/transitions';
let jira: Jira;

const extra = (more: Partial<Transition>): Transition => ({
  id: '200',
  name: 'Extra',
  from: [],
  to: '13',
  screenId: undefined,
  validators: [],
  ...more,
});

function addTransition(transition: Transition): void {
  const workflow = jira.store.workflows.get('emergency-change');
  if (workflow !== undefined) workflow.transitions = [...workflow.transitions, transition];
}

beforeEach(async () => {
  jira = aJira();
  jira.plugValidator(() => Promise.resolve({ kind: 'passed' }));
  await call(jira, erin, 'POST', '/issue', emergency());
});

describe('the list of transitions', () => {
  it('tells screens, and global and looped transitions apart', async () => {
    addTransition(extra({ id: '201', name: 'Anywhere' }));
    addTransition(extra({ id: '202', name: 'Again', from: ['11'], to: LOOP }));
    const { body } = await call(jira, erin, 'GET', `${PATH}?expand=transitions.fields&skipRemoteOnlyCondition=true`);
    expect(body).toMatchObject({
      transitions: [
        { name: 'Start deployment', hasScreen: true, isGlobal: false, fields: { assignee: { required: false } } },
        { name: 'Cancel', hasScreen: false, fields: {} },
        { name: 'Anywhere', isGlobal: true, isLooped: false, to: { name: 'Deployed' } },
        { name: 'Again', isLooped: true, to: { name: 'Identified' } },
      ],
    });
  });

  it('is empty for who may not transition, and for one that is not there', async () => {
    expect((await call(jira, ada, 'GET', PATH)).body).toMatchObject({ transitions: [] });
    expect((await call(jira, erin, 'GET', `${PATH}?transitionId=9`)).body).toMatchObject({ transitions: [] });
    expect((await call(jira, erin, 'GET', `${PATH}?includeUnavailableTransitions=true`)).status).toBe(501);
  });
});

describe('a transition', () => {
  const transit = (id: string, more: object = {}) => call(jira, erin, 'POST', PATH, { transition: { id }, ...more });

  it('from any status is asked its rules too', async () => {
    const validators = [
      { id: 'r', ruleKey: 'forge:expression-validator', parameters: { key: 'ari:x', id: 'r', disabled: 'false' } },
    ];
    addTransition(extra({ id: '201', validators }));
    jira.plugValidator(({ fromStatusId, toStatusId }) =>
      Promise.resolve({ kind: 'blocked', message: `${fromStatusId} -> ${toStatusId}` }),
    );
    expect(await transit('201')).toMatchObject({ status: 400, body: { errorMessages: ['11 -> 13'] } });
  });

  it('back to its own status keeps the status and no history of it', async () => {
    addTransition(extra({ id: '202', to: LOOP }));
    expect((await transit('202')).status).toBe(204);
    expect((await call(jira, erin, 'GET', '/issue/OPS-1?expand=changelog')).body).toMatchObject({
      fields: { status: { name: 'Identified' } },
      changelog: { total: 0 },
    });
  });

  it('changes labels and comments by its screen', async () => {
    jira.store.screens.set('x', {
      id: 'x',
      name: 'X',
      description: '',
      tabs: [{ id: '1', name: 'T', fieldIds: ['labels'] }],
    });
    addTransition(extra({ id: '203', screenId: 'x' }));
    const update = { labels: [{ add: 'deployed' }], comment: [{ add: { body: paragraph('Done.') } }] };
    expect((await transit('203', { update })).status).toBe(204);
    expect((await call(jira, erin, 'GET', '/issue/OPS-1?fields=labels,comment')).body).toMatchObject({
      fields: { labels: ['deployed'], comment: { total: 1 } },
    });
  });

  it('fails when the issue was moved while its rules were asked', async () => {
    const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'x' };
    await call(jira, erin, 'POST', '/issue', { fields });
    const simple = jira.store.workflows.get('simple');
    const validators = [
      { id: 'r', ruleKey: 'forge:expression-validator', parameters: { key: 'ari:x', id: 'r', disabled: 'false' } },
    ];
    if (simple !== undefined) simple.transitions = [extra({ id: '31', to: '3', validators })];
    jira.plugValidator(async () => {
      const infer = {
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferSubtaskTypeDefault: true,
      };
      const targetToSourcesMapping = { 'WEB,10011': { issueIdsOrKeys: ['OPS-2'], ...infer } };
      await call(jira, erin, 'POST', '/bulk/issues/move', { targetToSourcesMapping });
      return { kind: 'passed' };
    });
    expect((await call(jira, erin, 'POST', '/issue/OPS-2/transitions', { transition: { id: '31' } })).status).toBe(409);
    expect((await call(jira, ada, 'GET', '/issue/OPS-2')).body).toMatchObject({
      key: 'WEB-1',
      fields: { status: { name: 'To Do' } },
    });
  });

  it('with a comment too many changes nothing', async () => {
    jira.settings.perIssue.comments = 0;
    const update = { comment: [{ add: { body: paragraph('Done.') } }] };
    expect((await transit('141', { update })).status).toBe(413);
    expect((await call(jira, erin, 'GET', '/issue/OPS-1?fields=status')).body).toMatchObject({
      fields: { status: { name: 'Identified' } },
    });
  });

  it.each([
    ['without the permission', ada, { transition: { id: '141' } }, 400],
    ['without saying which', erin, {}, 400],
    [
      'with metadata of the history, which the site does not keep',
      erin,
      { transition: { id: '141' }, historyMetadata: {} },
      501,
    ],
  ])('%s is refused', async (_what, who, body, status) => {
    expect((await call(jira, who, 'POST', PATH, body)).status).toBe(status);
  });
});

describe('the history', () => {
  it('is read entry by entry, and for several issues by fields and pages', async () => {
    for (const summary of ['One', 'Two'])
      await call(jira, erin, 'PUT', '/issue/OPS-1', { fields: { summary, labels: [summary] } });
    await call(jira, erin, 'POST', PATH, { transition: { id: '141' } });
    const list = await call(jira, ada, 'POST', '/issue/OPS-1/changelog/list', { changelogIds: [10_001, 5] });
    expect(list.body).toMatchObject({ total: 1, histories: [{ id: '10001', items: [{ toString: 'Two' }, {}] }] });
    const bulk = { issueIdsOrKeys: ['OPS-1'], fieldIds: ['status'] };
    expect((await call(jira, ada, 'POST', '/changelog/bulkfetch', bulk)).body).toMatchObject({
      issueChangeLogs: [
        { issueId: '10000', changeHistories: [{ items: [{ fieldId: 'status', from: '11', to: '15' }] }] },
      ],
    });
    const page = { issueIdsOrKeys: ['OPS-1'], maxResults: 2, nextPageToken: '2' };
    const { body } = await call(jira, ada, 'POST', '/changelog/bulkfetch', page);
    expect(body).toMatchObject({ issueChangeLogs: [{ changeHistories: { length: 1 } }] });
    expect(body).not.toHaveProperty('nextPageToken');
  });
});
