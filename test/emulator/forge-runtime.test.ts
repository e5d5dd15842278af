import { beforeEach, describe, expect, it } from '@jest/globals';
import { createIssue, ERIN, type FixtureSite, fixtureSite, LEE, MAL, START } from './fixtures/site';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
});

/** Moves the clock once what was just started waits for it. */
async function passTime(milliseconds: number): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
  await site.clock.advance(milliseconds);
}

const stored = (key: string) => site.forge.kvs.store.read('kvs', key)?.value;

describe('who is calling', () => {
  const me = (as: unknown, accountId?: string) =>
    site.answer('jira', { as, method: 'GET', path: '/rest/api/3/myself' }, accountId);

  it('is the app by itself, and the person at the screen for the person', async () => {
    expect(await me('app', ERIN)).toMatchObject({ value: { status: 200, body: { accountType: 'app' } } });
    expect(await me('user', ERIN)).toMatchObject({ value: { body: { accountId: ERIN } } });
  });

  it('is nobody without a person at the screen, and no other person', async () => {
    expect(await me('user')).toMatchObject({ error: { name: 'NEEDS_AUTHENTICATION_ERR' } });
    expect(await me({ accountId: LEE }, ERIN)).not.toMatchObject({ value: { status: 200 } });
  });

  it('keeps each person’s rights', async () => {
    const key = await createIssue(site, ERIN);
    const read = (accountId: string) =>
      site.answer('jira', { as: 'user', method: 'GET', path: `/rest/api/3/issue/${key}` }, accountId);
    expect(await read(LEE)).toMatchObject({ value: { status: 200 } });
    expect(await read(MAL)).toMatchObject({ value: { status: 404 } });
  });

  it('does not mix up invocations that run at the same time', async () => {
    const people = [ERIN, LEE, MAL];
    const seen = await Promise.all(people.map((accountId) => site.answer('who', {}, accountId)));
    expect(seen).toEqual(people.map((accountId) => Array<string>(5).fill(accountId)));
  });

  it('takes no account id from a payload', async () => {
    const forged = await site.forge.invoke({
      functionKey: 'probe',
      moduleKey: 'fixture-panel',
      accountId: ERIN,
      limitSeconds: 25,
      payload: { call: { functionKey: 'context', payload: {} }, context: { accountId: LEE } },
    });
    expect(forged.outcome).toMatchObject({ value: { context: { accountId: ERIN } } });
  });
});

describe('time', () => {
  it('is the site’s, in dates and timers', async () => {
    expect(await site.answer('context')).toMatchObject({ now: START.toISOString(), isDate: true, remaining: 25_000 });
    const sleeping = site.answer('sleep', { milliseconds: 10_000 });
    await passTime(10_000);
    expect(await sleeping).toEqual({ now: new Date(START.getTime() + 10_000).toISOString(), remaining: 15_000 });
  });

  it('ends an invocation at its limit, and what it had written stays', async () => {
    const running = site.probe('sleepThenWrite', { milliseconds: 26_000 });
    await passTime(30_000);
    expect(await running).toEqual({ kind: 'timed-out' });
    expect([stored('before'), stored('after')]).toEqual([1, undefined]);
  });

  it('does nothing of an invocation that is over', async () => {
    await site.probe('writeAfterTheEnd', { milliseconds: 1000 });
    await passTime(5000);
    expect(stored('after')).toBeUndefined();
  });

  it('lets an app keep its own deadline before the platform’s', async () => {
    site.forge.faults.add({ service: 'kvs', failure: { kind: 'delay', when: 'before', milliseconds: 21_000 } });
    expect(await site.answer('deadline', { milliseconds: 20_000 })).toBe('own deadline');
  });

  it('ends an invocation that is killed where it is', async () => {
    site.forge.faults.add({ service: 'kvs', operation: 'set', nth: 2, failure: { kind: 'kill', when: 'after' } });
    const running = site.probe('sleepThenWrite', { milliseconds: 0 });
    await passTime(1);
    expect(await running).toEqual({ kind: 'killed' });
    expect([stored('before'), stored('after')]).toEqual([1, 1]);
  });
});

describe('ids', () => {
  it('that an app or the SDK makes are the same for the same seed', async () => {
    const jobs = async (seed: number) => {
      site = await fixtureSite(seed);
      await site.answer('push', { queue: 'work', events: [{ body: {} }] });
      return JSON.stringify(site.forge.snapshot().queue.jobs);
    };
    expect(await jobs(1)).toBe(await jobs(1));
    expect(await jobs(1)).not.toBe(await jobs(2));
  });

  it('outside of an app are Node’s', () => {
    expect(globalThis.crypto.randomUUID()).not.toBe(globalThis.crypto.randomUUID());
  });
});

describe('the borders of the runtime', () => {
  it('refuse calls to the outside', async () => {
    expect(await site.answer('outside')).not.toMatchObject({ value: { status: 200 } });
  });

  it('record what is not modelled', async () => {
    const reply = await site.answer('jira', { as: 'app', method: 'GET', path: '/rest/api/3/dashboard' });
    expect(reply).toMatchObject({ value: { status: 501 } });
    expect(site.forge.log.unmodelled).toContainEqual(expect.objectContaining({ what: 'module rovo:agent' }));
  });

  it('hand on what a function throws, and keep its console lines to 100 a minute', async () => {
    expect(await site.probe('throw')).toEqual({ kind: 'threw', name: 'RangeError', message: 'on purpose' });
    await site.answer('talk', { lines: 130 });
    expect(site.forge.log.lines).toHaveLength(100);
  });

  it('name a handler that is not there', async () => {
    const run = await site.forge.invoke({ functionKey: 'absent', moduleKey: 'x', payload: {}, limitSeconds: 25 });
    expect(run.outcome).toMatchObject({ kind: 'threw', message: expect.stringContaining('Function absent') });
  });
});
