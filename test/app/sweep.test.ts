import { beforeAll, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { kvsCheckpoints } from '../../src/adapters/kvs/checkpoint-store';
import { ChangeSchema } from '../../src/domain/change';
import { IssueIdSchema, type Moment, momentOf } from '../../src/domain/ids';
import { aSite, type Site } from '../support/a-site';
import { onRecord } from '../support/on-record';
import { HOUR, MINUTE, timeOf } from '../support/site-time';

/** Longer than queries lag behind. */
const LAG = 5000;

const ENTITY = 'entity:change';
const EntrySchema = v.looseObject({ state: ChangeSchema });

/** The issue id of the n-th of the many changes. */
const idOf = (n: number) => v.parse(IssueIdSchema, String(1_000_000 + n));

/**
 * A site with so many open changes, all of them looked after: only their checkpoints are there. The app's own adapter
 * writes the first of a kind, and the others are copies of what it wrote.
 */
async function siteWith(count: number): Promise<{ site: Site; setDue: (due: number) => Promise<void> }> {
  const site = await aSite();
  const { store } = site.forge.kvs;
  const key = await site.open();
  await site.settle();
  await timeOf(site).pass(20 * MINUTE);
  const { state } = v.parse(EntrySchema, store.read(ENTITY, onRecord(site).issue(key).id)?.value);
  const put = async (changes: number, nextActionAt: Moment) => {
    if (changes === 0) return;
    const first = { ...state, issueId: idOf(0) };
    const request = { functionKey: 'change-worker', moduleKey: 'test', payload: {}, limitSeconds: 120 };
    const { outcome } = await site.forge.invokeInPlace(request, () =>
      kvsCheckpoints.save(first, { state: 'open', nextActionAt }),
    );
    if (outcome?.kind !== 'returned') throw new Error(JSON.stringify(outcome));
    const written = v.parse(EntrySchema, store.read(ENTITY, first.issueId)?.value);
    for (let n = 1; n < changes; n += 1) {
      const issueId = idOf(n);
      store.write(ENTITY, issueId, { ...written, issueId, state: { ...written.state, issueId } }, undefined);
    }
    await site.clock.advance(LAG);
  };
  await put(count, momentOf(new Date(site.clock.now().getTime() + 23 * HOUR)));
  return { site, setDue: (due) => put(due, momentOf(site.clock.now())) };
}

async function callsOfSweep(site: Site): Promise<readonly string[]> {
  const before = site.forge.calls.length;
  const { outcome } = await site.forge.scheduler.run('hourly-sweep');
  expect(outcome?.kind).toBe('returned');
  return site.forge.calls.slice(before).map(({ service, operation }) => `${service} ${operation}`);
}

const QUERY = 'kvs entity/query';

describe.each([{ count: 100 }, { count: 10_000 }])('a sweep over $count open changes', ({ count }) => {
  let site: Site;
  let setDue: (due: number) => Promise<void>;
  beforeAll(async () => {
    ({ site, setDue } = await siteWith(count));
  });

  it('asks one question when nothing is due', async () => {
    expect(await callsOfSweep(site)).toEqual([QUERY]);
  });

  it('asks for a visit to each that is due, fifty to a message, and to no other', async () => {
    await setDue(60);
    const calls = await callsOfSweep(site);
    expect(calls).toEqual([QUERY, 'queue publish', 'queue publish']);
    const asked = site.forge.agenda.waiting().filter(({ what }) => what.includes('changes'));
    expect(asked).toHaveLength(60);
  });
});

describe('a sweep when more is due than the queue takes in a minute', () => {
  it('leaves the rest due for the next one', async () => {
    const { site, setDue } = await siteWith(0);
    await setDue(450);
    const calls = await callsOfSweep(site);
    expect(calls.filter((call) => call === QUERY)).toHaveLength(4);
    expect(calls.filter((call) => call === 'queue publish')).toHaveLength(8);
    expect(site.forge.log.lines.at(-1)?.text).toBe('Sweep: 400 changes are to be looked at.');
  });
});

describe('what a crash left', () => {
  it('is looked at by the next sweep: every open change is visited at least once a day', async () => {
    const site = await aSite();
    const record = onRecord(site);
    const key = await site.open();
    await site.settle();
    await timeOf(site).pass(HOUR);
    const { id } = record.issue(key);
    const visits = () => site.forge.calls.filter((call) => call.key === `/rest/api/3/issue/${id}`).length;
    const before = visits();
    site.forge.faults.add({ functionKey: 'change-worker', most: 1, failure: { kind: 'kill', when: 'before' } });
    await timeOf(site).pass(25 * HOUR);
    expect(visits()).toBeGreaterThan(before);
    const next = site.forge.kvs.store.entries('entity:change', 0).find((entry) => entry.key === id)?.value;
    const { nextActionAt } = v.parse(v.object({ nextActionAt: v.string() }), next);
    expect(Date.parse(nextActionAt) - site.clock.now().getTime()).toBeLessThanOrEqual(24 * HOUR);
  });
});
