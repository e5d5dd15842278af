import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import type { ActionValidatorCall, IssueHappening } from '../../emulator/seams';
import { aJira, as, call, emergency } from './support/a-jira';

const [erin, jo, ada] = [as('erin'), as('jo'), as('ada')];
let jira: Jira;
let told: IssueHappening[];
const create = (name: string, more: object = {}) =>
  call(jira, erin, 'POST', '/issue', {
    fields: { project: { key: 'OPS' }, issuetype: { name }, summary: name, ...more },
  });

beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
  await create('Task');
  await create('Task');
  await create('Subtask', { parent: { key: 'OPS-2' } });
  told = [];
  jira.onHappening((happening) => told.push(happening));
});

const edit = (key: string, fields: object, query = '', who = erin) =>
  call(jira, who, 'PUT', `/issue/${key}${query}`, { fields });
const shown = async (key: string) =>
  (await call(jira, ada, 'GET', `/issue/${key}?fields=issuetype,parent,summary`)).body;

describe('a work type', () => {
  it('changes by an edit where both follow one workflow: to a subtask with a parent, and back', async () => {
    expect((await edit('OPS-3', { issuetype: { name: 'Subtask' }, parent: { key: 'OPS-1' } })).status).toBe(204);
    expect(await shown('OPS-3')).toMatchObject({
      fields: { issuetype: { name: 'Subtask' }, parent: { key: 'OPS-1' } },
    });
    expect(told).toMatchObject([
      {
        kind: 'updated',
        changes: [
          { fieldId: 'issuetype', from: '10011', to: '10012' },
          { to: '10000', toString: 'OPS-1' },
        ],
      },
    ]);
    expect((await edit('OPS-3', { issuetype: { name: 'Task' }, summary: 'Grown up' })).status).toBe(204);
    expect(await shown('OPS-3')).toMatchObject({ fields: { issuetype: { name: 'Task' }, summary: 'Grown up' } });
    expect(await shown('OPS-3')).not.toHaveProperty('fields.parent');
    expect(told[1]?.changes.map(({ fieldId }) => fieldId)).toEqual(['issuetype', 'IssueParentAssociation', 'summary']);
  });

  it.each([
    ['of another workflow', 'OPS-1', { issuetype: { name: 'Task' } }, 'issuetype'],
    ['that the project lacks', 'OPS-2', { issuetype: { name: 'Epic' } }, 'issuetype'],
    ['of a subtask without a parent', 'OPS-3', { issuetype: { name: 'Subtask' } }, 'parent'],
    [
      'of a subtask where there are subtasks',
      'OPS-2',
      { issuetype: { name: 'Subtask' }, parent: { key: 'OPS-1' } },
      'issuetype',
    ],
    ['of a subtask of itself', 'OPS-3', { issuetype: { name: 'Subtask' }, parent: { key: 'OPS-3' } }, 'parent'],
  ])('%s is refused', async (_what, key, fields, fieldId) => {
    expect(await edit(key, fields)).toMatchObject({ status: 400, body: { errors: { [fieldId]: expect.any(String) } } });
    expect(told).toEqual([]);
  });

  it('changes only if the validator of the action lets it', async () => {
    const asked: ActionValidatorCall[] = [];
    jira.plugActionValidator((question) => {
      asked.push(question);
      return Promise.resolve({ kind: 'blocked', message: 'It stays what it is.' });
    });
    expect(await edit('OPS-4', { issuetype: { name: 'Task' }, summary: 'x' })).toMatchObject({
      status: 400,
      body: { errorMessages: ['It stays what it is.'] },
    });
    expect(await shown('OPS-4')).toMatchObject({ fields: { issuetype: { name: 'Subtask' }, summary: 'Subtask' } });
    expect(asked).toMatchObject([
      {
        action: 'workItemTypeChanged',
        newIssueTypeId: '10011',
        expressionContext: {
          issue: { key: 'OPS-4' },
          user: { accountId: '712020:erin' },
          project: { key: 'OPS' },
          newIssueType: 10_011,
          newIssueTypeData: { name: 'Task' },
        },
      },
    ]);
    expect((await edit('OPS-4', { issuetype: { name: 'Subtask' }, summary: 'x' })).status).toBe(204);
    expect(asked).toHaveLength(1);
  });

  it('stays when the validator of the action breaks, and when the issue goes meanwhile', async () => {
    jira.plugActionValidator(() => Promise.resolve({ kind: 'failed', reason: 'broken' }));
    expect((await edit('OPS-4', { issuetype: { name: 'Task' } })).status).toBe(400);
    jira.plugActionValidator(async () => {
      await call(jira, jo, 'DELETE', '/issue/OPS-4');
      return { kind: 'passed' };
    });
    expect((await edit('OPS-4', { issuetype: { name: 'Task' } })).status).toBe(409);
  });
});

describe('a parent', () => {
  it('of a subtask changes by an edit', async () => {
    expect((await edit('OPS-4', { parent: { key: 'OPS-1' } })).status).toBe(204);
    expect((await call(jira, ada, 'GET', '/issue/OPS-2?fields=subtasks')).body).toMatchObject({
      fields: { subtasks: [] },
    });
    expect((await edit('OPS-4', { parent: { key: 'OPS-99' } })).status).toBe(400);
  });

  it('of anything else is not modelled', async () => {
    expect((await edit('OPS-3', { parent: { key: 'OPS-1' } })).status).toBe(501);
  });
});

describe('the screen', () => {
  it('is overridden by Jira administrators only', async () => {
    const resolved = { resolution: { name: 'Done' } };
    expect((await edit('OPS-1', { duedate: '2026-12-01' }, '?overrideScreenSecurity=true')).status).toBe(403);
    expect((await edit('OPS-1', { duedate: '2026-12-01' }, '?overrideScreenSecurity=true', jo)).status).toBe(204);
    expect((await edit('OPS-1', resolved, '?overrideScreenSecurity=true', jo)).status).toBe(400);
  });
});

describe('a delete', () => {
  it('takes subtasks along when asked to, each telling of itself', async () => {
    expect((await call(jira, jo, 'DELETE', '/issue/OPS-2')).status).toBe(400);
    expect((await call(jira, erin, 'DELETE', '/issue/OPS-2?deleteSubtasks=true')).status).toBe(403);
    expect((await call(jira, jo, 'DELETE', '/issue/OPS-2?deleteSubtasks=true')).status).toBe(204);
    expect(told.map(({ kind, issueKey }) => [kind, issueKey])).toEqual([
      ['deleted', 'OPS-4'],
      ['deleted', 'OPS-2'],
    ]);
    expect((await call(jira, jo, 'GET', '/issue/OPS-4')).status).toBe(404);
    expect([...jira.store.issueKeys.keys()]).toEqual(['OPS-1', 'OPS-3']);
  });
});
