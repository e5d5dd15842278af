import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { requiredScope } from '../../emulator/forge/proxy/jira-scopes';
import { createIssue, ERIN, type FixtureSite, fixtureSite } from './fixtures/site';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
});

const HOUR = 3_600_000;
const runsOf = (key: string) => site.forge.invocations.filter(({ moduleKey }) => moduleKey === key);

describe('scheduled triggers', () => {
  it('run on demand, with nobody at the screen', async () => {
    const run = await site.forge.scheduler.run('hourly');
    expect(run.outcome).toEqual({ kind: 'returned', value: { statusCode: 204 } });
    expect(run).toMatchObject({ limitSeconds: 55, payload: { context: { moduleKey: 'hourly' } } });
    expect(run.accountId).toBeUndefined();
  });

  it('run first after five minutes and then at their interval', async () => {
    await site.settle();
    expect(runsOf('hourly')).toHaveLength(0);
    for (const wait of [300_000, HOUR, HOUR]) {
      await site.clock.advance(wait);
      await site.settle();
    }
    expect(runsOf('hourly')).toHaveLength(3);
  });

  it('do not make up for runs that a leap of the clock passed over', async () => {
    await site.clock.advance(24 * HOUR);
    await site.settle();
    expect(runsOf('hourly')).toHaveLength(1);
  });
});

describe('jobs of the queue', () => {
  const JobSchema = v.object({ value: v.object({ jobId: v.string() }) });
  const push = async (...events: readonly object[]) =>
    v.parse(JobSchema, await site.answer('push', { queue: 'work', events })).value.jobId;

  it('count what succeeded and what is still to come', async () => {
    const jobId = await push({ body: {} }, { body: {}, delayInSeconds: 60 });
    await site.settle();
    expect(await site.answer('stats', { jobId })).toEqual({ success: 1, inProgress: 1, failed: 0 });
  });

  it('deliver nothing once they are cancelled', async () => {
    const jobId = await push({ body: {} });
    await site.answer('cancel', { jobId });
    await site.settle();
    expect(runsOf('worker')).toHaveLength(0);
  });

  it('are given up a day after they were pushed, and the platform says so', async () => {
    const jobId = await push({ body: { act: 'throw', untilTry: 1_000_000 } });
    for (let round = 0; round < 4; round += 1) {
      await site.settle();
      await site.clock.advance(12 * HOUR);
    }
    await site.settle();
    expect(await site.answer('stats', { jobId })).toEqual({ success: 0, inProgress: 0, failed: 1 });
    expect(site.forge.log.notices).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('was dropped after 24 hours') }),
    );
  });

  it('to a queue that nobody consumes are taken, and recorded', async () => {
    await site.answer('push', { queue: 'elsewhere', events: [{ body: {} }] });
    await site.settle();
    expect(site.forge.log.unmodelled).toContainEqual(
      expect.objectContaining({ what: expect.stringContaining('queue elsewhere') }),
    );
  });
});

describe('settling', () => {
  it('says so when everything that runs waits for the clock', async () => {
    await site.answer('push', { queue: 'work', events: [{ body: { milliseconds: 5000 } }] });
    await expect(site.settle()).rejects.toThrow('advance the clock');
  });
});

describe('events of an issue that is gone', () => {
  it('still tell what it was', async () => {
    const key = await createIssue(site, ERIN);
    expect((await site.rest('712020:jo', 'DELETE', `/issue/${key}`)).status).toBe(204);
    await site.settle();
    expect(runsOf('every-event').at(-1)?.payload).toMatchObject({
      eventType: 'avi:jira:deleted:issue',
      issue: { key, fields: { summary: 'The database is down' } },
    });
  });
});

describe('scopes', () => {
  it.each([
    ['GET', 'issue/OPS-1', 'read:jira-work'],
    ['PUT', 'issue/OPS-1', 'write:jira-work'],
    ['POST', 'search/jql', 'read:jira-work'],
    ['POST', 'changelog/bulkfetch', 'read:jira-work'],
    ['GET', 'myself', 'read:jira-user'],
    ['GET', 'groups/picker', 'read:jira-user'],
    ['GET', 'group/member', 'manage:jira-configuration'],
    ['POST', 'workflows/update', 'manage:jira-configuration'],
    ['GET', 'field', 'read:jira-work'],
    ['GET', 'serverInfo', undefined],
  ])('%s %s asks for %s', (method, path, scope) => {
    expect(requiredScope(method, path)).toBe(scope);
  });

  it('that the manifest lacks stop the call before it reaches Jira', async () => {
    const path = '/rest/api/3/group/member?groupId=x';
    expect(await site.answer('jira', { as: 'app', method: 'GET', path })).toEqual({
      value: { status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } },
    });
  });

  it('can be told from the calls, which are written alike whatever issue they are about', async () => {
    const path = '/rest/api/3/issue/OPS-17/properties/mine';
    await site.answer('jira', { as: 'app', method: 'GET', path });
    expect(site.forge.calls.at(-1)).toMatchObject({
      service: 'jira',
      functionKey: 'probe',
      operation: 'GET /rest/api/3/issue/{id}/properties/{key}',
      key: path,
    });
  });
});
