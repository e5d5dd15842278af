import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import type { IssueHappening } from '../../emulator/seams';
import { aJira, as, call, emergency, paragraph } from './support/a-jira';

const [erin, pat, jo, ada, mal] = [as('erin'), as('pat'), as('jo'), as('ada'), as('mal')];
const COMMENTS = '/issue/OPS-1/comment';
let jira: Jira;
let told: IssueHappening[];
beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
  await call(jira, erin, 'POST', COMMENTS, { body: paragraph('First.'), properties: [{ key: 'k', value: { a: 1 } }] });
  told = [];
  jira.onHappening((happening) => told.push(happening));
});

const mention = (...names: readonly string[]) => ({
  type: 'doc',
  version: 1,
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Please look, ' },
        ...names.map((name) => ({ type: 'mention', attrs: { id: `712020:${name}`, text: `@${name}` } })),
      ],
    },
  ],
});

describe('a comment', () => {
  it('is edited by its author, and says by whom and when', async () => {
    await jira.clock.advance(60_000);
    const { status, body } = await call(jira, erin, 'PUT', `${COMMENTS}/10000`, { body: paragraph('Better.') });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      author: { accountId: '712020:erin' },
      updateAuthor: { accountId: '712020:erin' },
      created: '2026-11-24T09:00:00.000+0000',
      updated: '2026-11-24T09:01:00.000+0000',
    });
    expect((await call(jira, ada, 'GET', `${COMMENTS}/10000`)).body).toMatchObject({ body: paragraph('Better.') });
    expect(told).toMatchObject([{ kind: 'comment-updated', subjectId: '10000', accountId: '712020:erin' }]);
  });

  it('of somebody else is edited and deleted by administrators only', async () => {
    expect(await call(jira, pat, 'PUT', `${COMMENTS}/10000`, { body: paragraph('Mine.') })).toMatchObject({
      status: 400,
      body: { errorMessages: ['You do not have the permission to edit this comment.'] },
    });
    expect((await call(jira, pat, 'DELETE', `${COMMENTS}/10000`)).status).toBe(400);
    expect((await call(jira, jo, 'PUT', `${COMMENTS}/10000`, { body: paragraph('Tidy.') })).body).toMatchObject({
      author: { accountId: '712020:erin' },
      updateAuthor: { accountId: '712020:jo' },
    });
    expect((await call(jira, jo, 'DELETE', `${COMMENTS}/10000`)).status).toBe(204);
    expect((await call(jira, erin, 'GET', `${COMMENTS}/10000`)).status).toBe(404);
    expect(told.map(({ kind }) => kind)).toEqual(['comment-updated', 'comment-deleted']);
  });

  it.each([
    ['is missing', 'GET', `${COMMENTS}/99999`, erin, 404],
    ['is on an issue that is hidden', 'GET', `${COMMENTS}/10000`, mal, 404],
    ['is deleted anonymously', 'DELETE', `${COMMENTS}/10000`, { kind: 'anonymous' } as const, 404],
  ])('that %s is 404', async (_what, method, path, who, status) => {
    expect((await call(jira, who, method, path)).status).toBe(status);
  });

  it('shows its properties when they are asked for', async () => {
    const { body } = await call(jira, erin, 'GET', `${COMMENTS}?expand=properties`);
    expect(body).toMatchObject({ comments: [{ properties: [{ key: 'k', value: { a: 1 } }] }] });
    expect((await call(jira, erin, 'GET', COMMENTS)).body).not.toHaveProperty('comments.0.properties');
  });

  it('is found by its id among all issues, by who may see it', async () => {
    const found = { total: 1, values: [{ id: '10000' }] };
    expect((await call(jira, ada, 'POST', '/comment/list', { ids: [10_000, 5] })).body).toMatchObject(found);
    expect((await call(jira, mal, 'POST', '/comment/list', { ids: [10_000] })).body).toMatchObject({ values: [] });
    expect((await call(jira, erin, 'POST', '/comment/list', { ids: [] })).status).toBe(400);
  });

  it('has properties that its author sets and removes, and nobody else without the permission', async () => {
    const path = '/comment/10000/properties';
    expect((await call(jira, erin, 'PUT', `${path}/mark`, 'x')).status).toBe(201);
    expect((await call(jira, erin, 'PUT', `${path}/mark`, 'y')).status).toBe(200);
    expect((await call(jira, ada, 'GET', `${path}/mark`)).body).toEqual({ key: 'mark', value: 'y' });
    expect((await call(jira, pat, 'PUT', `${path}/mark`, 'z')).status).toBe(403);
    expect((await call(jira, mal, 'GET', path)).status).toBe(404);
    expect((await call(jira, erin, 'DELETE', `${path}/mark`)).status).toBe(204);
    expect((await call(jira, erin, 'GET', `${path}/mark`)).status).toBe(404);
    expect((await call(jira, erin, 'GET', path)).body).toMatchObject({ keys: [{ key: 'k' }] });
  });

  it('may be as long as a text field and no longer', async () => {
    expect((await call(jira, erin, 'POST', COMMENTS, { body: paragraph('x'.repeat(32_767)) })).status).toBe(201);
    expect(await call(jira, erin, 'POST', COMMENTS, { body: paragraph('x'.repeat(32_768)) })).toMatchObject({
      status: 400,
      body: { errors: { comment: expect.stringContaining('32,767 characters') } },
    });
  });

  it('beyond the number that an issue may have is 413, by an edit too, which then changes nothing', async () => {
    jira.settings.perIssue.comments = 1;
    expect((await call(jira, erin, 'POST', COMMENTS, { body: paragraph('Second.') })).status).toBe(413);
    const edit = { fields: { summary: 'New' }, update: { comment: [{ add: { body: paragraph('Second.') } }] } };
    expect((await call(jira, erin, 'PUT', '/issue/OPS-1', edit)).status).toBe(413);
    expect((await call(jira, erin, 'GET', '/issue/OPS-1?fields=summary,comment')).body).toMatchObject({
      fields: { summary: 'Checkout answers 500', comment: { total: 1 } },
    });
  });
});

describe('a mention rings the bell', () => {
  const outbox = () => [...jira.store.outbox.values()];

  it('of everybody who may see the issue', async () => {
    await call(jira, erin, 'POST', COMMENTS, { body: mention('lee', 'sam', 'mal', 'nobody', 'lee') });
    expect(outbox()).toMatchObject([
      {
        kind: 'mention',
        at: '2026-11-24T09:00:00.000Z',
        issueKey: 'OPS-1',
        from: '712020:erin',
        to: ['712020:lee', '712020:sam'],
        via: 'comment 10001',
      },
    ]);
  });

  it('once: an edit tells only who is mentioned anew', async () => {
    await call(jira, erin, 'POST', COMMENTS, { body: mention('lee') });
    await call(jira, erin, 'PUT', `${COMMENTS}/10001`, { body: mention('lee', 'sam') });
    expect(outbox().map(({ to }) => to)).toEqual([['712020:lee'], ['712020:sam']]);
  });

  it('not when the edit asks for silence', async () => {
    await call(jira, erin, 'PUT', `${COMMENTS}/10000?notifyUsers=false`, { body: mention('lee') });
    expect(outbox()).toEqual([]);
  });

  it('not of who wrote it', async () => {
    await call(jira, erin, 'POST', COMMENTS, { body: mention('erin') });
    expect(outbox()).toEqual([]);
  });

  it('by a description, when it is written and when it names somebody anew', async () => {
    await call(jira, erin, 'POST', '/issue', emergency('Second', { description: mention('lee') }));
    await call(jira, pat, 'PUT', '/issue/OPS-2', { fields: { description: mention('lee', 'sam') } });
    await call(jira, pat, 'PUT', '/issue/OPS-2', { fields: { summary: 'Third' } });
    expect(outbox()).toMatchObject([
      { kind: 'mention', issueKey: 'OPS-2', from: '712020:erin', to: ['712020:lee'], via: 'description' },
      { from: '712020:pat', to: ['712020:sam'] },
    ]);
  });

  it('by a comment that comes with an edit', async () => {
    const update = { comment: [{ add: { body: mention('lou') } }] };
    await call(jira, erin, 'PUT', '/issue/OPS-1', { update });
    expect(outbox()).toMatchObject([{ to: ['712020:lou'] }]);
  });
});
