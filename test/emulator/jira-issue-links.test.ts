import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import type { IssueHappening } from '../../emulator/seams';
import { aJira, as, call, emergency, paragraph } from './support/a-jira';

const [erin, jo, ada, mal] = [as('erin'), as('jo'), as('ada'), as('mal')];
let jira: Jira;
let told: IssueHappening[];
beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
  const task = { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'New colours' };
  await call(jira, erin, 'POST', '/issue', { fields: task });
  told = [];
  jira.onHappening((happening) => told.push(happening));
});

const blocks = (more: object = {}) => ({
  type: { name: 'Blocks' },
  inwardIssue: { key: 'OPS-1' },
  outwardIssue: { key: 'WEB-1' },
  ...more,
});
const link = (body: unknown = blocks(), who = erin) => call(jira, who, 'POST', '/issueLink', body);
const linksOf = async (key: string, who = erin) =>
  (await call(jira, who, 'GET', `/issue/${key}?fields=issuelinks`)).body;

describe('a link between issues', () => {
  it('is seen from both ends, each with its own words', async () => {
    expect(await link()).toEqual({ status: 201, body: undefined });
    expect(await linksOf('OPS-1')).toMatchObject({
      fields: {
        issuelinks: [
          {
            id: '10000',
            type: { outward: 'blocks' },
            outwardIssue: { key: 'WEB-1', fields: { summary: 'New colours' } },
          },
        ],
      },
    });
    expect(await linksOf('WEB-1')).toMatchObject({
      fields: { issuelinks: [{ id: '10000', type: { inward: 'is blocked by' }, inwardIssue: { key: 'OPS-1' } }] },
    });
    expect((await call(jira, ada, 'GET', '/issueLink/10000')).body).toMatchObject({
      type: { name: 'Blocks' },
      inwardIssue: { key: 'OPS-1' },
      outwardIssue: { key: 'WEB-1' },
    });
    expect(told).toMatchObject([{ kind: 'linked', issueKey: 'OPS-1', subjectId: '10000', accountId: '712020:erin' }]);
    expect((await call(jira, erin, 'GET', '/issue/WEB-1/changelog')).body).toMatchObject({
      values: [{ items: [{ field: 'Link', to: 'OPS-1', toString: 'This work item is blocked by OPS-1' }] }],
    });
  });

  it('made twice is one', async () => {
    await link();
    expect((await link()).status).toBe(201);
    expect(jira.store.issueLinks.size).toBe(1);
  });

  it('may bring a comment', async () => {
    await link(blocks({ comment: { body: paragraph('Because.') } }));
    expect((await call(jira, erin, 'GET', '/issue/OPS-1/comment')).body).toMatchObject({ total: 1 });
  });

  it.each([
    ['of an unknown type', blocks({ type: { name: 'Likes' } }), erin, 404],
    ['to an issue that is not there', blocks({ outwardIssue: { key: 'WEB-9' } }), erin, 404],
    ['to itself', blocks({ outwardIssue: { key: 'OPS-1' } }), erin, 400],
    ['with a comment that is no document', blocks({ comment: { body: 'x' } }), erin, 400],
    ['by who only reads', blocks(), ada, 404],
    ['by who sees nothing', blocks(), mal, 404],
  ])('%s is refused', async (_what, body, who, status) => {
    expect((await link(body, who)).status).toBe(status);
    expect(jira.store.issueLinks.size).toBe(0);
  });

  it('beyond the number that an issue may have is 413', async () => {
    jira.settings.perIssue.issueLinks = 0;
    expect((await link()).status).toBe(413);
  });

  it('is not shown to who may not see the other issue', async () => {
    await link();
    const web = jira.store.projects.get('10001');
    if (web === undefined) throw new Error('There is no WEB.');
    web.permissions = { ...web.permissions, BROWSE_PROJECTS: [{ accountId: '712020:erin' }] };
    expect(await linksOf('OPS-1', ada)).toMatchObject({ fields: { issuelinks: [] } });
    expect((await call(jira, ada, 'GET', '/issueLink/10000')).status).toBe(404);
    expect(await linksOf('OPS-1')).toMatchObject({ fields: { issuelinks: [{ id: '10000' }] } });
  });

  it('is removed by who may link, and with one of its issues', async () => {
    await link();
    expect((await call(jira, ada, 'DELETE', '/issueLink/10000')).status).toBe(404);
    expect((await call(jira, erin, 'DELETE', '/issueLink/x')).status).toBe(400);
    expect((await call(jira, erin, 'DELETE', '/issueLink/10000')).status).toBe(204);
    expect((await call(jira, erin, 'GET', '/issueLink/10000')).status).toBe(404);
    await link();
    await call(jira, jo, 'DELETE', '/issue/WEB-1');
    expect(await linksOf('OPS-1')).toMatchObject({ fields: { issuelinks: [] } });
  });

  it('has one of the types of the site', async () => {
    const { body } = await call(jira, erin, 'GET', '/issueLinkType');
    expect(body).toMatchObject({
      issueLinkTypes: [{ name: 'Blocks', inward: 'is blocked by' }, { name: 'Cloners' }, {}, {}],
    });
    expect((await call(jira, erin, 'GET', '/issueLinkType/10003')).body).toMatchObject({ name: 'Relates' });
    expect((await call(jira, erin, 'GET', '/issueLinkType/1')).status).toBe(404);
    expect((await call(jira, mal, 'GET', '/issueLinkType')).status).toBe(404);
  });
});

describe('a link to something outside', () => {
  const PATH = '/issue/OPS-1/remotelink';
  const wanted = (title = 'Pull request 7', more: object = {}) => ({
    globalId: 'pr=7',
    object: { url: 'https://git.example/pr/7', title },
    ...more,
  });

  it('is made once for a global id, and then updated', async () => {
    expect(await call(jira, erin, 'POST', PATH, wanted())).toMatchObject({ status: 201, body: { id: 10_000 } });
    expect(await call(jira, erin, 'POST', PATH, wanted('Pull request 7, merged'))).toMatchObject({
      status: 200,
      body: { id: 10_000 },
    });
    expect((await call(jira, ada, 'GET', PATH)).body).toMatchObject([
      { id: 10_000, globalId: 'pr=7', object: { title: 'Pull request 7, merged' } },
    ]);
    expect((await call(jira, ada, 'GET', `${PATH}?globalId=pr%3D7`)).body).toMatchObject({ id: 10_000 });
    expect((await call(jira, erin, 'GET', '/issue/OPS-1/changelog')).body).toMatchObject({ total: 1 });
  });

  it('is read, changed and deleted by its id', async () => {
    await call(jira, erin, 'POST', PATH, wanted());
    expect((await call(jira, erin, 'PUT', `${PATH}/10000`, wanted('Another', { globalId: undefined }))).status).toBe(
      204,
    );
    expect((await call(jira, erin, 'GET', `${PATH}/10000`)).body).not.toHaveProperty('globalId');
    expect((await call(jira, erin, 'DELETE', `${PATH}/10000`)).status).toBe(204);
    expect((await call(jira, erin, 'GET', PATH)).body).toEqual([]);
  });

  it('is deleted by its global id', async () => {
    await call(jira, erin, 'POST', PATH, wanted());
    expect((await call(jira, erin, 'DELETE', PATH)).status).toBe(400);
    expect((await call(jira, erin, 'DELETE', `${PATH}?globalId=other`)).status).toBe(404);
    expect((await call(jira, erin, 'DELETE', `${PATH}?globalId=pr%3D7`)).status).toBe(204);
  });

  it.each([
    ['without a title', 'POST', PATH, { object: { url: 'https://x.example' } }, erin, 400],
    ['with a global id that is too long', 'POST', PATH, wanted('x', { globalId: 'x'.repeat(256) }), erin, 400],
    ['by who only reads', 'POST', PATH, wanted(), ada, 403],
    ['by who sees nothing', 'POST', PATH, wanted(), mal, 404],
    ['of a strange id', 'GET', `${PATH}/x`, undefined, erin, 400],
    ['that is not there', 'GET', `${PATH}/1`, undefined, erin, 404],
  ])('%s is refused', async (_what, method, path, body, who, status) => {
    expect((await call(jira, who, method, path, body)).status).toBe(status);
  });

  it('belongs to one issue', async () => {
    await call(jira, erin, 'POST', PATH, wanted());
    expect((await call(jira, erin, 'GET', '/issue/WEB-1/remotelink/10000')).status).toBe(400);
  });

  it('beyond the number that an issue may have is 413', async () => {
    jira.settings.perIssue.remoteLinks = 0;
    expect((await call(jira, erin, 'POST', PATH, wanted())).status).toBe(413);
  });
});
