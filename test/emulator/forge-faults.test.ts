import { beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { frozenClock } from '../../emulator/clock';
import { createEmulator } from '../../emulator/emulator';
import { crashEverywhere, crashPointsOf } from '../../emulator/forge/crash-points';
import { type FixtureSite, fixtureSite, START } from './fixtures/site';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
});

const set = (key: string, value: unknown = 1) => ({ on: 'kvs', method: 'set', args: [key, value] });
const run = (...steps: readonly object[]) => site.probe('kvs', { steps });
const stored = () => site.forge.kvs.store.entries('kvs', 0).map(({ key }) => key);
const { add } = { add: (...rule: Parameters<FixtureSite['forge']['faults']['add']>) => site.forge.faults.add(...rule) };

describe('a fault', () => {
  it.each([
    { when: 'before', kept: ['a'] },
    { when: 'after', kept: ['a', 'b'] },
  ] as const)('ends a run $when the effect of one of its calls, and nothing comes after', async ({ when, kept }) => {
    add({ functionKey: 'probe', nthInRun: 2, failure: { kind: 'kill', when } });
    expect(await run(set('a'), set('b'), set('c'))).toEqual({ kind: 'killed' });
    expect(stored()).toEqual(kept);
  });

  it('strikes in the run that a test names, and no more often than it says', async () => {
    add({ run: 2, nthInRun: 1, failure: { kind: 'kill', when: 'before' } });
    const ends = async (key: string) => (await run(set(key)))?.kind;
    expect([await ends('a'), await ends('b'), await ends('c')]).toEqual(['returned', 'killed', 'returned']);
    site.forge.faults.clear();
    add({ most: 2, failure: { kind: 'kill', when: 'before' } });
    expect([await ends('d'), await ends('e'), await ends('f')]).toEqual(['killed', 'killed', 'returned']);
  });

  it('strikes the calls of one function only, where a test names it', async () => {
    add({ functionKey: 'work', failure: { kind: 'kill', when: 'before' } });
    expect((await run(set('a')))?.kind).toBe('returned');
  });

  it('of Jira answers with the status and the headers that a test gives', async () => {
    const headers = { 'retry-after': '5', 'x-ratelimit-reason': 'jira-burst-based' };
    add({ service: 'jira', failure: { kind: 'fail', when: 'before', status: 429, body: {}, headers } });
    const reply = await site.answer('jira', { as: 'app', method: 'GET', path: '/rest/api/3/myself' });
    expect(reply).toMatchObject({ value: { status: 429 } });
  });

  it('that delays a call beyond the end of its run keeps it from doing anything', async () => {
    add({ service: 'kvs', key: 'b', failure: { kind: 'delay', when: 'before', milliseconds: 26_000 } });
    expect(await run(set('a'), set('b'))).toEqual({ kind: 'timed-out' });
    for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    expect(stored()).toEqual(['a']);
  });

  it.each([
    { failure: { kind: 'fail', when: 'before', status: 500 }, outcome: 'threw', kept: [] },
    { failure: { kind: 'kill', when: 'before' }, outcome: 'killed', kept: [] },
    { failure: { kind: 'out-of-memory', when: 'after' }, outcome: 'out-of-memory', kept: ['a'] },
    { failure: { kind: 'time-out', when: 'after' }, outcome: 'timed-out', kept: ['a'] },
    { failure: { kind: 'delay', when: 'before', milliseconds: 10_000 }, outcome: 'returned', kept: ['a'] },
  ] as const)('of a run as a whole: $failure.kind $failure.when', async ({ failure, outcome, kept }) => {
    add({ service: 'function', key: 'probe', failure });
    expect((await run(set('a')))?.kind).toBe(outcome);
    expect(stored()).toEqual(kept);
  });
});

describe('crash points', () => {
  it('are before and after each call of each run', async () => {
    await run(set('a'), set('b'));
    await run(set('c'));
    const points = crashPointsOf(site.forge.calls, 'probe');
    expect(points.map(({ run: at, call, when }) => `${at}.${call} ${when}`)).toEqual([
      ...['1.1 before', '1.1 after', '1.2 before', '1.2 after'],
      ...['2.1 before', '2.1 after'],
    ]);
    expect(crashPointsOf(site.forge.calls, 'work')).toEqual([]);
  });

  it('are all tried, each from the same start', async () => {
    const start = site.forge.snapshot();
    const kept: string[] = [];
    const points = await crashEverywhere({
      forge: site.forge,
      startOver: () => site.forge.restore(start),
      scenario: async () => {
        await run(set('a'), set('b'));
      },
      check: () => void kept.push(stored().join('')),
    });
    expect(points).toHaveLength(4);
    expect(kept).toEqual(['', 'a', 'a', 'ab']);
    expect(site.forge.faults.list()).toEqual([]);
  });

  it('are named when a check fails there', async () => {
    const start = site.forge.snapshot();
    const trial = crashEverywhere({
      forge: site.forge,
      startOver: () => site.forge.restore(start),
      scenario: async () => {
        await run(set('a'), set('b'));
      },
      check: () => expect(stored()).not.toEqual(['a']),
    });
    await expect(trial).rejects.toThrow(/after call 1 \(kvs set\) of run 1 of probe/);
  });

  it('can start from a snapshot of the whole site', async () => {
    const emulator = await createEmulator({ appRoot: join(__dirname, 'fixtures', 'app'), clock: frozenClock(START) });
    const start = emulator.whole.snapshot();
    const create = {
      ...{ as: 'app', method: 'POST', path: '/rest/api/3/issue' },
      body: { fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'By the app' } },
    };
    const created: number[] = [];
    const points = await crashEverywhere({
      forge: emulator.forge,
      startOver: () => emulator.whole.restore(start),
      scenario: async () => {
        await emulator.forge.invoke({
          ...{ functionKey: 'probe', moduleKey: 'fixture-panel', limitSeconds: 25 },
          payload: { call: { functionKey: 'jira', payload: create }, context: {} },
        });
        await emulator.settle();
      },
      check: () => void created.push(emulator.jira.store.issues.size),
    });
    expect(points.map(({ what }) => what)).toEqual(Array(2).fill('jira POST /rest/api/3/issue'));
    expect(created).toEqual([0, 1]);
  });
});
