import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { type ForgeSnapshot, ForgeSnapshotSchema } from '../../emulator/forge/snapshot';
import { createIssue, ERIN, type FixtureSite, fixtureSite } from './fixtures/site';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
});

const runsOf = (key: string) => site.forge.invocations.filter(({ moduleKey }) => moduleKey === key);
const set = (key: string, value: unknown) => ({ on: 'kvs', method: 'set', args: [key, value] });
const query = { on: 'query' };
const push = (...events: readonly object[]) => site.answer('push', { queue: 'work', events });

/** As a file has it. */
const throughJson = (snapshot: ForgeSnapshot) => v.parse(ForgeSnapshotSchema, JSON.parse(JSON.stringify(snapshot)));

describe('a snapshot of Forge', () => {
  it('brings back what was stored, with what a late query does not see yet', async () => {
    await site.answer('kvs', { steps: [set('old', 1)] });
    await site.clock.advance(2000);
    await site.answer('kvs', { steps: [set('new', 2)] });
    const kept = throughJson(site.forge.snapshot());
    await site.answer('kvs', { steps: [set('old', 9), set('later', 3)] });
    site.forge.restore(kept);
    const get = (key: string) => ({ on: 'kvs', method: 'get', args: [key] });
    expect(await site.answer('kvs', { steps: [get('old'), get('new'), get('later'), query] })).toEqual([
      { value: 1 },
      { value: 2 },
      {},
      { value: { results: [{ key: 'old', value: 1 }] } },
    ]);
  });

  it('brings back events, messages and scheduled runs that wait', async () => {
    await createIssue(site, ERIN);
    await push({ body: {} }, { body: {}, delayInSeconds: 60 });
    const kept = throughJson(site.forge.snapshot());
    const settledRuns = async () => {
      await site.settle();
      await site.clock.advance(300_000);
      await site.settle();
      return ['every-event', 'worker', 'hourly'].map((key) => runsOf(key).length);
    };
    expect(await settledRuns()).toEqual([1, 2, 1]);
    site.forge.restore(kept);
    expect(site.forge.invocations).toHaveLength(0);
    expect(await settledRuns()).toEqual([1, 2, 1]);
  });

  it('delivers once more what was being delivered, and ends what runs where it is', async () => {
    await push({ body: { milliseconds: 5000 } });
    const settling = site.settle().catch(() => undefined);
    for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    const kept = throughJson(site.forge.snapshot());
    const [running] = runsOf('worker');
    site.forge.restore(kept);
    expect(running?.outcome).toEqual({ kind: 'killed' });
    await settling;
    const again = site.settle().catch(() => undefined);
    for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    await site.clock.advance(5000);
    await again;
    await site.settle();
    expect(runsOf('worker').map(({ outcome }) => outcome?.kind)).toEqual(['returned']);
    expect(site.forge.agenda.waiting().filter(({ what }) => what.includes('message'))).toEqual([]);
  });

  it('brings back messages that wait for their turn under a concurrency key', async () => {
    const concurrency = { key: 'issue-1', limit: 1 };
    await push(...[1, 2].map(() => ({ body: { milliseconds: 5000 }, concurrency })));
    const settling = site.settle().catch(() => undefined);
    for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    site.forge.restore(throughJson(site.forge.snapshot()));
    await settling;
    for (let round = 0; round < 4; round += 1) {
      const again = site.settle().catch(() => undefined);
      for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
      await site.clock.advance(5000);
      await again;
    }
    expect(runsOf('worker').map(({ outcome }) => outcome?.kind)).toEqual(['returned', 'returned']);
  });

  it('goes on with chance and ids where it was', async () => {
    const kept = throughJson(site.forge.snapshot());
    const ids = async () => {
      await site.probe('context');
      await site.probe('context');
      return site.forge.invocations.map(({ id }) => id);
    };
    const first = await ids();
    site.forge.restore(kept);
    expect(await ids()).toEqual(first);
  });

  it('of an app with another schedule starts every schedule anew', async () => {
    const kept = throughJson(site.forge.snapshot());
    await site.clock.advance(240_000);
    site.forge.restore({ ...kept, schedule: '[]' });
    await site.clock.advance(240_000);
    await site.settle();
    expect(runsOf('hourly')).toHaveLength(0);
    await site.clock.advance(60_000);
    await site.settle();
    expect(runsOf('hourly')).toHaveLength(1);
  });
});
