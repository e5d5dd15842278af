import { describe, expect, it } from '@jest/globals';
import { frozenClock } from '../../emulator/clock';
import { aFixtureEmulator, type FixtureEmulator } from './support/a-fixture-emulator';

/** The snapshot as it crosses HTTP or a file. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A site with an issue, a stored value, events that wait, a fault, and a line in the log. */
async function busySite(): Promise<{ readonly site: FixtureEmulator; readonly key: string }> {
  const site = await aFixtureEmulator();
  const key = await site.open();
  await site.store(key, 'plan', { step: 1 });
  await site.ask('POST', '/emulator/log', { message: 'Something is not drawn.' });
  await site.rest('erin', 'GET', '/no/such/operation');
  site.forge.faults.add({ service: 'kvs', nth: 99, failure: { kind: 'drop', when: 'before' } });
  return { site, key };
}

describe('a snapshot of the whole site', () => {
  it('is plain JSON, and every record of Jira in it is', async () => {
    const { site } = await busySite();
    const snapshot = site.whole.snapshot();
    expect(asJson(snapshot)).toEqual(snapshot);
  });

  it('holds what waits, the faults, and the log', async () => {
    const { site } = await busySite();
    const { forge, faults, log } = site.whole.snapshot();
    expect(forge.agenda.map(({ job }) => job.kind)).toContain('event');
    expect(faults).toHaveLength(1);
    expect(log).toMatchObject({ jira: [{ path: '/rest/api/3/no/such/operation' }], notes: [{}] });
  });

  it('put in its place again, brings back what was there and drops what came later', async () => {
    const { site, key } = await busySite();
    const before = asJson(site.whole.snapshot());
    const later = await site.open();
    await site.store(key, 'plan', { step: 2 });
    await site.rest('erin', 'PUT', `/issue/${key}`, { fields: { summary: 'Another one' } });
    site.forge.faults.clear();
    await site.clock.advance(7_200_000);
    await site.settle();
    expect(asJson(site.whole.snapshot())).not.toEqual(before);

    expect(await site.ask('POST', '/emulator/restore', before)).toMatchObject({ status: 204 });

    expect(asJson(site.whole.snapshot())).toEqual(before);
    expect(site.stored('plan')).toEqual({ step: 1 });
    expect((await site.rest('erin', 'GET', `/issue/${later}`)).status).toBe(404);
  });

  it('is not changed by what happens after it was taken or brought back', async () => {
    const { site, key } = await busySite();
    const snapshot = site.whole.snapshot();
    const copy = asJson(snapshot);
    site.whole.restore(snapshot);
    await site.store(key, 'plan', { step: 2 });
    await site.rest('erin', 'PUT', `/issue/${key}`, { fields: { summary: 'Another one' } });
    await site.settle();
    expect(asJson(snapshot)).toEqual(copy);
  });

  it('lets another emulator go on from it', async () => {
    const { site, key } = await busySite();
    const from = site.whole.snapshot();
    const other = await aFixtureEmulator({ clock: frozenClock(site.clock.now()), from });
    expect(asJson(other.whole.snapshot())).toEqual(asJson(from));
    expect(other.stored('plan')).toEqual({ step: 1 });
    expect((await other.rest('erin', 'GET', `/issue/${key}`)).status).toBe(200);
  });

  it('gives the same history twice from the same place', async () => {
    const { site, key } = await busySite();
    const before = site.whole.snapshot();
    const play = async () => {
      await site.rest('erin', 'PUT', `/issue/${key}`, { fields: { summary: 'Another one' } });
      await site.store(key, 'plan', { step: 2 });
      await site.clock.advance(3_600_000);
      await site.settle();
      return asJson(site.whole.snapshot());
    };
    const first = await play();
    site.whole.restore(before);
    expect(await play()).toEqual(first);
  });

  it('ends what runs: nothing of it comes through any more', async () => {
    const { site, key } = await busySite();
    const before = site.whole.snapshot();
    const call = { moduleKey: 'fixture-panel', issueKey: key, functionKey: 'sleepThenWrite' };
    const run = site.ask('POST', '/emulator/bridge/invoke', { ...call, payload: { milliseconds: 5000 } });
    while (site.stored('before') === undefined) await new Promise<void>((resolve) => setImmediate(resolve));
    site.whole.restore(before);
    await site.clock.advance(10_000);
    expect(await run).toMatchObject({ status: 502 });
    expect(asJson(site.whole.snapshot().forge.kvs)).toEqual(asJson(before.forge.kvs));
  });
});

describe('a site that was left for a month', () => {
  it('goes on at the present: what was due comes once, and a scheduled run is not made up for', async () => {
    const { site } = await busySite();
    const from = site.whole.snapshot();
    const clock = frozenClock(new Date(site.clock.now().getTime() + 30 * 24 * 3_600_000));
    const later = await aFixtureEmulator({ clock, from });
    await later.settle();
    const runs = later.forge.invocations.map(({ moduleKey }) => moduleKey);
    expect(runs.filter((key) => key === 'hourly')).toHaveLength(1);
    expect(runs.filter((key) => key === 'every-event')).toHaveLength(1);
    await later.settle();
    expect(later.forge.invocations).toHaveLength(runs.length);
  });
});

describe('a reset', () => {
  it('leads back to the beginning of the site, time included', async () => {
    const site = await aFixtureEmulator();
    const beginning = asJson(site.whole.snapshot());
    const key = await site.open();
    await site.store(key, 'plan', { step: 1 });
    await site.clock.advance(3_600_000);
    await site.settle();
    expect(await site.ask('POST', '/emulator/reset')).toMatchObject({ status: 204 });
    expect(asJson(site.whole.snapshot())).toEqual(beginning);
  });
});
