import { beforeEach, describe, expect, it } from '@jest/globals';
import { createIssue, ERIN, type FixtureSite, fixtureSite, MAL } from './fixtures/site';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
});

const runsOf = (key: string) => site.forge.invocations.filter(({ moduleKey }) => moduleKey === key);

describe('product events', () => {
  it('come late, with the change, and only to triggers whose filter lets them through', async () => {
    const key = await createIssue(site, ERIN);
    expect(site.forge.invocations).toHaveLength(0);
    await site.settle();
    expect(runsOf('every-event')[0]?.payload).toMatchObject({
      eventType: 'avi:jira:created:issue',
      issue: { key },
      atlassianId: ERIN,
    });
    expect(runsOf('emergency-only')).toHaveLength(1);
    expect(runsOf('faulty-received')).toHaveLength(1);
    expect(runsOf('faulty-ignored')).toHaveLength(0);
    await createIssue(site, ERIN, 'Task');
    await site.settle();
    expect(runsOf('emergency-only')).toHaveLength(1);
    expect(runsOf('every-event')).toHaveLength(2);
  });

  it('of an edit carry what changed from what to what', async () => {
    const key = await createIssue(site, ERIN);
    await site.rest(ERIN, 'PUT', `/issue/${key}`, { fields: { summary: 'Worse' } });
    await site.settle();
    expect(runsOf('every-event').at(-1)?.payload).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      changelog: { items: [{ fieldId: 'summary', fromString: 'The database is down', toString: 'Worse' }] },
    });
  });

  it('of the app itself are told only to those who want them', async () => {
    const body = { fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'By the app' } };
    await site.answer('jira', { as: 'app', method: 'POST', path: '/rest/api/3/issue', body });
    await site.settle();
    expect(runsOf('every-event')).toHaveLength(1);
    expect(runsOf('not-own')).toHaveLength(0);
  });

  it('are delivered again when the app asks for it, up to four times', async () => {
    await createIssue(site, ERIN);
    for (let round = 0; round < 10; round += 1) {
      await site.settle();
      await site.clock.advance(60_000);
    }
    expect(runsOf('again')).toHaveLength(5);
    expect(runsOf('again').at(-1)?.payload).toMatchObject({
      retryContext: { retryCount: 4, retryData: { asked: true } },
    });
  });
});

describe('the queue', () => {
  const push = (events: readonly object[]) => site.answer('push', { queue: 'work', events });

  it('delivers what is due, and later what is delayed', async () => {
    await push([{ body: {} }, { body: {}, delayInSeconds: 60 }]);
    await site.settle();
    expect(runsOf('worker')).toHaveLength(1);
    await site.clock.advance(60_000);
    await site.settle();
    expect(runsOf('worker')).toHaveLength(2);
  });

  it.each(['throw', 'ask'])('delivers again when the consumer fails (%s), and tells it how often', async (act) => {
    await push([{ body: { act, untilTry: 2 } }]);
    for (let round = 0; round < 6; round += 1) {
      await site.settle();
      await site.clock.advance(900_000);
    }
    expect(runsOf('worker')).toHaveLength(3);
    expect(runsOf('worker').at(-1)?.payload).toMatchObject({ retryContext: { retryCount: 2 } });
  });

  it('runs no more of one concurrency key at once than its limit', async () => {
    const concurrency = { key: 'issue-1', limit: 1 };
    await push([1, 2].map(() => ({ body: { milliseconds: 5000 }, concurrency })));
    const settling = site.settle().catch(() => undefined);
    await site.clock.advance(4000);
    expect(runsOf('worker')).toHaveLength(1);
    for (let round = 0; round < 6; round += 1) await site.clock.advance(5000);
    await settling;
    await site.settle();
    expect(runsOf('worker')).toHaveLength(2);
  });
});

describe('validators', () => {
  const start = async (key: string, fields: object = {}) =>
    site.rest(ERIN, 'POST', `/issue/${key}/transitions`, { transition: { id: '111' }, fields });
  const gate = (mode: string) => site.answer('kvs', { steps: [{ on: 'kvs', method: 'set', args: ['gate', mode] }] });

  it('are told issue, transition and modified fields, and nobody', async () => {
    const key = await createIssue(site, ERIN);
    await gate('pass');
    expect((await start(key, { description: null, assignee: { accountId: '712020:pat' } })).status).toBe(204);
    const asked = site.forge.invocations.find(({ functionKey }) => functionKey === 'gate');
    expect(asked?.accountId).toBeUndefined();
    expect(asked).toMatchObject({
      payload: {
        issue: { key },
        transition: { from: { id: '11' }, to: { id: '12' }, modifiedFields: { assignee: { accountId: '712020:pat' } } },
      },
    });
  });

  it.each(['block', 'block without words', 'throw', 'odd'])('block when the function does: %s', async (mode) => {
    const key = await createIssue(site, ERIN);
    await gate(mode);
    const { status, body } = await start(key);
    expect(status).toBe(400);
    if (mode === 'block') expect(body).toMatchObject({ errorMessages: ['Two approvals are missing.'] });
  });

  it('block when the function takes too long', async () => {
    const key = await createIssue(site, ERIN);
    await gate('hang');
    const pending = start(key);
    for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    await site.clock.advance(26_000);
    expect((await pending).status).toBe(400);
  });

  it('by expression compare the issue before and after the screen', async () => {
    const key = await createIssue(site, ERIN);
    await gate('pass');
    expect(await start(key, { summary: 'Something else' })).toMatchObject({
      status: 400,
      body: { errorMessages: ['Summary or reporter was changed.'] },
    });
    expect((await start(key)).status).toBe(204);
  });
});

describe('panels', () => {
  it('are there where their conditions hold, for people who may see the issue', async () => {
    const key = await createIssue(site, ERIN);
    const task = await createIssue(site, ERIN, 'Task');
    const panels = (issue: string, accountId: string) =>
      site.forge.modules.of('jira:issuePanel', { issue, accountId }).map(({ moduleKey }) => moduleKey);
    expect(panels(key, ERIN)).toContain('fixture-panel');
    expect(panels(task, ERIN)).not.toContain('fixture-panel');
    expect(panels(key, MAL)).toEqual([]);
  });
});
