import { describe, expect, it } from '@jest/globals';
import { aFixtureEmulator } from './support/a-fixture-emulator';

/** What chance can touch: lost, doubled and reordered events, doubled messages and runs, and calls that fail. */
const DISORDER = {
  disorder: { duplicates: 0.4, losses: 0.2, lateBy: 60_000, reorder: true },
  queue: { duplicates: 0.5 },
  scheduler: { duplicates: 0.5 },
};
const FAULTS = [
  { service: 'kvs', chance: 0.4, failure: { kind: 'fail', when: 'before', status: 503 } },
  { service: 'function', functionKey: 'work', chance: 0.4, failure: { kind: 'kill', when: 'before' } },
];

/** Plays the same calls on a new site. */
async function play(seed: number) {
  const site = await aFixtureEmulator({ seed });
  await site.ask('POST', '/emulator/switches', DISORDER);
  for (const fault of FAULTS) {
    expect(await site.ask('POST', '/emulator/faults', fault)).toMatchObject({ status: 201 });
  }
  for (let round = 0; round < 4; round += 1) {
    const key = await site.open();
    await site.rest('pat', 'PUT', `/issue/${key}`, { fields: { summary: `Round ${round}` } });
    await site.rest('erin', 'POST', `/issue/${key}/comment`, { body: COMMENT });
    for (const call of [write(round), push(round)]) {
      await site.ask('POST', '/emulator/bridge/invoke', { moduleKey: 'fixture-panel', issueKey: key, ...call });
    }
    await site.ask('POST', '/emulator/clock', { advance: 'PT20M' });
    await site.ask('POST', '/emulator/settle');
  }
  return { snapshot: JSON.stringify(site.whole.snapshot()), calls: site.forge.calls, runs: site.forge.invocations };
}

const write = (round: number) => ({
  functionKey: 'kvs',
  payload: { steps: [1, 2, 3].map((step) => ({ on: 'kvs', method: 'set', args: [`round-${round}-${step}`, step] })) },
});
const push = (round: number) => ({
  functionKey: 'push',
  payload: { queue: 'work', events: [{ body: { round, act: 'throw', untilTry: 2 } }, { body: { round } }] },
});

const COMMENT = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Seen.' }] }],
};

describe('two sites', () => {
  it('with the same seed and the same calls have the same history, faults by chance included', async () => {
    const first = await play(7);
    const second = await play(7);
    expect(second.snapshot).toBe(first.snapshot);
    expect(second.calls).toEqual(first.calls);
    const told = ({ runs }: typeof first) =>
      runs.map(({ id, functionKey, moduleKey, outcome, startedAt, endedAt }) => {
        return { id, functionKey, moduleKey, outcome, startedAt, endedAt };
      });
    expect(told(second)).toEqual(told(first));
    expect(first.calls.length).toBeGreaterThan(0);
  });

  it('with different seeds do not', async () => {
    expect((await play(8)).snapshot).not.toBe((await play(7)).snapshot);
  });
});
