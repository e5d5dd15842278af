import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call, emergency, KIND, paragraph } from './support/a-jira';

const erin = as('erin');
let jira: Jira;
beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
});

describe('nothing that a caller asks for is passed over in silence', () => {
  it.each([
    ['a parameter', 'GET', '/issue/OPS-1?fieldsByKeys=true', undefined, 'fieldsByKeys'],
    ['something to expand', 'GET', '/issue/OPS-1?expand=renderedFields', undefined, 'renderedFields'],
    [
      'something to expand in a search',
      'POST',
      '/search/jql',
      { jql: 'key = OPS-1', expand: 'operations' },
      'operations',
    ],
    ['a part of a body', 'PUT', '/issue/OPS-1', { fields: {}, historyMetadata: {} }, 'historyMetadata'],
    ['a field operation', 'PUT', '/issue/OPS-1', { update: { summary: [{ add: 'x' }] } }, 'add'],
    ['a link in an edit', 'PUT', '/issue/OPS-1', { update: { issuelinks: [{ add: {} }] } }, 'issuelinks'],
    ['a comment operation', 'PUT', '/issue/OPS-1', { update: { comment: [{ remove: { id: '1' } }] } }, 'comments'],
    ['a parent of another kind', 'POST', '/issue', emergency('x', { parent: { key: 'OPS-1' } }), 'parents'],
    ['a method', 'DELETE', '/myself', undefined, 'DELETE /rest/api/3/myself'],
  ])('%s that is not modelled is 501 and recorded', async (_what, method, path, body, words) => {
    const reply = await call(jira, erin, method, path, body);
    expect(reply).toMatchObject({ status: 501, body: { errorMessages: [expect.stringContaining(words)], errors: {} } });
    expect(jira.unmodelled).toMatchObject([{ method, path: `/rest/api/3${path}`, accountId: '712020:erin' }]);
    expect(jira.store.issues.size).toBe(1);
  });

  it('an unknown permission is an error of the caller', async () => {
    expect((await call(jira, erin, 'GET', '/mypermissions?permissions=FLY')).status).toBe(400);
  });
});

describe('an edit', () => {
  it('sets fields and properties, and adds comments', async () => {
    const { status } = await call(jira, erin, 'PUT', '/issue/OPS-1', {
      fields: { [KIND]: { value: 'Data corruption' } },
      update: {
        labels: [{ add: 'a' }, { add: 'b' }, { remove: 'a' }],
        comment: [{ add: { body: paragraph('Why.') } }],
      },
      properties: [{ key: 'k', value: 1 }],
    });
    expect(status).toBe(204);
    expect((await call(jira, erin, 'GET', '/issue/OPS-1?fields=labels,comment&properties=k')).body).toMatchObject({
      fields: { labels: ['b'], comment: { total: 1 } },
      properties: { k: 1 },
    });
  });

  it('with one wrong comment changes nothing', async () => {
    const update = { comment: [{ add: { body: 'not a document' } }] };
    const reply = await call(jira, erin, 'PUT', '/issue/OPS-1', { fields: { summary: 'New' }, update });
    expect(reply).toMatchObject({ status: 400, body: { errors: { comment: 'Comment body is not valid!' } } });
    expect((await call(jira, erin, 'GET', '/issue/OPS-1/changelog')).body).toMatchObject({ total: 0 });
  });

  it('may answer with the issue', async () => {
    const reply = await call(jira, erin, 'PUT', '/issue/OPS-1?returnIssue=true', { fields: { summary: 'New' } });
    expect(reply).toMatchObject({ status: 200, body: { key: 'OPS-1', fields: { summary: 'New' } } });
  });
});

describe('reporter and assignee want permissions of their own', () => {
  const told = async (body: object) => (await call(jira, erin, 'PUT', '/issue/OPS-1', body)).body;
  const without = (permission: 'MODIFY_REPORTER' | 'ASSIGN_ISSUES') => {
    for (const project of jira.store.projects.values()) {
      project.permissions = { ...project.permissions, [permission]: [] };
    }
  };

  it('to change the reporter', async () => {
    without('MODIFY_REPORTER');
    const fields = { reporter: { accountId: '712020:pat' } };
    expect(await told({ fields })).toMatchObject({ errors: { reporter: expect.stringContaining('cannot be set') } });
  });

  it('to change the assignee, on the screen of a transition too', async () => {
    without('ASSIGN_ISSUES');
    jira.plugValidator(() => Promise.resolve({ kind: 'passed' }));
    const fields = { assignee: { accountId: '712020:pat' } };
    expect(await told({ fields })).toMatchObject({ errors: { assignee: expect.anything() } });
    const reply = await call(jira, erin, 'POST', '/issue/OPS-1/transitions', { transition: { id: '111' }, fields });
    expect(reply).toMatchObject({ status: 400, body: { errors: { assignee: expect.anything() } } });
  });
});
