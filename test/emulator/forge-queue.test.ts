import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { type FixtureSite, fixtureSite } from './fixtures/site';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
});

const PushedSchema = v.object({ value: v.object({ jobId: v.string() }) });

const HOUR = 3_600_000;
const runsOf = (key: string) => site.forge.invocations.filter(({ moduleKey }) => moduleKey === key);
const push = (queue: string, ...events: readonly object[]) => site.answer('push', { queue, events });
const refused = (name: string) => ({ error: expect.objectContaining({ message: expect.stringContaining(name) }) });

async function live(times: number, step: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await site.settle();
    await site.clock.advance(step);
  }
}

describe('what may be pushed', () => {
  const many = (count: number) => Array.from({ length: count }, () => ({ body: {} }));

  it('is at most 500 events a minute', async () => {
    for (let batch = 0; batch < 10; batch += 1) {
      expect(await push('work', ...many(50))).toMatchObject({ value: { jobId: expect.any(String) } });
    }
    expect(await push('work', { body: {} })).toEqual(refused('Too many requests'));
    await site.clock.advance(60_000);
    expect(await push('work', { body: {} })).toMatchObject({ value: {} });
  });

  it('is at most 100 KB an event where the consumer may run long, and 200 KB where it may not', async () => {
    const big = { body: { text: 'x'.repeat(150 * 1024) } };
    expect(await push('work', big)).toMatchObject({ error: expect.anything() });
    expect(await push('short', big)).toMatchObject({ value: {} });
    expect(await push('short', big, big)).toMatchObject({ error: expect.anything() });
  });

  it('goes round in a circle a thousand times and no more', async () => {
    await push('circle', { body: {} });
    await live(1010, 1000);
    expect(runsOf('circle')).toHaveLength(1000);
    expect(site.forge.kvs.store.read('kvs', 'stopped-by')?.value).toBe('InvocationLimitReachedError');
  });
});

describe('a message', () => {
  it('may come twice, and counts once', async () => {
    site.forge.queue.settings.duplicates = 1;
    const pushed = await push('work', { body: {} });
    await live(2, 60_000);
    const [first, second] = runsOf('worker');
    expect(runsOf('worker')).toHaveLength(2);
    expect(second?.payload).toEqual(first?.payload);
    const { jobId } = v.parse(PushedSchema, pushed).value;
    expect(await site.answer('stats', { jobId })).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('that failed comes again later and later, up to a quarter of an hour apart', async () => {
    await push('work', { body: { act: 'throw', untilTry: 1_000_000 } });
    await live(4000, 1000);
    const times = runsOf('worker').map(({ startedAt }) => startedAt.getTime() / 1000);
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it('that the platform failed is not counted against the app, and is tried for four days', async () => {
    site.forge.faults.add({ service: 'function', key: 'work', failure: { kind: 'kill', when: 'before' } });
    await push('work', { body: {} });
    await live(30, HOUR);
    expect(runsOf('worker').length).toBeGreaterThan(20);
    site.forge.faults.clear();
    await live(2, HOUR);
    expect(runsOf('worker').at(-1)).toMatchObject({
      outcome: { kind: 'returned' },
      payload: { retryContext: { retryCount: 0, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' } },
    });
  });

  it('that ran out of time or memory says so when it comes again', async () => {
    site.forge.faults.add({
      service: 'function',
      key: 'work',
      nth: 1,
      failure: { kind: 'out-of-memory', when: 'before' },
    });
    site.forge.faults.add({ service: 'function', key: 'work', nth: 2, failure: { kind: 'time-out', when: 'before' } });
    await push('work', { body: {} });
    await live(3, 10_000);
    const reasons = runsOf('worker').map(({ payload }) => /FUNCTION_\w+/.exec(JSON.stringify(payload))?.[0]);
    expect(reasons).toEqual([undefined, 'FUNCTION_OUT_OF_MEMORY', 'FUNCTION_TIME_OUT']);
    expect(runsOf('worker').at(-1)?.payload).toMatchObject({ retryContext: { retryCount: 2 } });
  });
});

describe('scheduled runs', () => {
  it('may come twice', async () => {
    site.forge.scheduler.settings.duplicates = 1;
    await live(7, 60_000);
    expect(runsOf('hourly')).toHaveLength(2);
  });

  it('keep to a place in the hour that is the installation’s own', async () => {
    const minutes = async (seed: number) => {
      site = await fixtureSite(seed, { spread: true });
      await live(200, 60_000);
      return runsOf('hourly').map(({ startedAt }) => startedAt.getUTCMinutes());
    };
    const [first, ...later] = await minutes(1);
    expect(first).toBe(5);
    expect(later.length).toBeGreaterThanOrEqual(3);
    expect(new Set(later).size).toBe(1);
    const [, other] = await minutes(2);
    expect(other).not.toBe(later[0]);
  });

  it('that fail are not run again before their time', async () => {
    site.forge.faults.add({
      service: 'function',
      key: 'sweep',
      nth: 1,
      failure: { kind: 'fail', when: 'before', status: 500 },
    });
    await live(60, 60_000);
    expect(runsOf('hourly').map(({ outcome }) => outcome?.kind)).toEqual(['threw']);
    await live(10, 60_000);
    expect(runsOf('hourly').map(({ outcome }) => outcome?.kind)).toEqual(['threw', 'returned']);
  });
});
