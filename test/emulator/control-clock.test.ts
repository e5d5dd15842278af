import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextBusinessMorning } from '../../emulator/control/business-day';
import { aFixtureEmulator } from './support/a-fixture-emulator';

const HOUR = 3_300_000;

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
  'Africa/Cairo',
  'UTC',
];

const wallClock = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at: number) => format.format(at);
};

/** Walks on in steps of five minutes until clocks there show 09:00 of another day from Monday to Friday. */
function nextMorningByWalking(now: number, timeZone: string): number {
  const read = wallClock(timeZone);
  const dayOf = (at: number) => read(at).split(', ').slice(0, 2).join();
  const today = dayOf(now);
  for (let at = Math.ceil(now / 300_000) * 300_000; at < now + 10 * 24 * HOUR; at += 300_000) {
    if (read(at).endsWith('09:00') && dayOf(at) !== today && !/^S(at|un)/.test(read(at))) return at;
  }
  throw new Error(`No morning found after ${now} in ${timeZone}.`);
}

describe('the next business morning', () => {
  it.each([
    { now: '2026-11-23T07:00:00Z', then: '2026-11-24T08:00:00Z', what: 'from Monday morning, Tuesday' },
    { now: '2026-11-27T20:00:00Z', then: '2026-11-30T08:00:00Z', what: 'from Friday evening, Monday' },
    { now: '2026-11-28T12:00:00Z', then: '2026-11-30T08:00:00Z', what: 'from Saturday, Monday' },
    { now: '2026-03-27T12:00:00Z', then: '2026-03-30T07:00:00Z', what: 'after the clocks went forward' },
    { now: '2026-11-29T23:30:00Z', then: '2026-12-01T08:00:00Z', what: 'from Monday half past midnight, Tuesday' },
  ])('is $what', ({ now, then }) => {
    expect(nextBusinessMorning(new Date(now), 'Europe/Berlin').toISOString()).toBe(new Date(then).toISOString());
  });

  it('is what walking through the days finds, in every zone', () => {
    const moment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2029, 0, 1) });
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (now, timeZone) => {
        expect(nextBusinessMorning(new Date(now), timeZone).getTime()).toBe(nextMorningByWalking(now, timeZone));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the clock over HTTP', () => {
  it('tells the time, moves by a duration, and to a moment', async () => {
    const site = await aFixtureEmulator();
    expect(await site.ask('GET', '/emulator/clock')).toEqual({
      status: 200,
      body: { now: '2026-11-24T09:00:00.000Z' },
    });
    expect(await site.ask('POST', '/emulator/clock', { advance: 'P1DT30M' })).toMatchObject({
      body: { now: '2026-11-25T09:30:00.000Z' },
    });
    expect(await site.ask('POST', '/emulator/clock', { set: '2026-12-01T00:00:00Z' })).toMatchObject({
      body: { now: '2026-12-01T00:00:00.000Z' },
    });
  });

  it('moves to the next business day where people are', async () => {
    const site = await aFixtureEmulator();
    await site.clock.advance(3 * 24 * HOUR);
    expect(await site.ask('POST', '/emulator/clock/next-business-day', {})).toEqual({
      status: 200,
      body: { now: '2026-11-30T08:00:00.000Z' },
    });
    expect(await site.ask('POST', '/emulator/clock/next-business-day', { timeZone: 'Asia/Tokyo' })).toMatchObject({
      body: { now: '2026-12-01T00:00:00.000Z' },
    });
  });

  it('runs what falls due on the way, a scheduled trigger once', async () => {
    const site = await aFixtureEmulator();
    await site.ask('POST', '/emulator/clock', { advance: 'P30D' });
    const hourly = site.forge.invocations.filter(({ moduleKey }) => moduleKey === 'hourly');
    expect(hourly).toHaveLength(1);
  });

  it.each([
    { path: '/emulator/clock', body: { advance: 'tomorrow' } },
    { path: '/emulator/clock', body: { advance: 'PT' } },
    { path: '/emulator/clock', body: { set: 'soon' } },
    { path: '/emulator/clock', body: { set: '2026-11-24T08:59:59Z' } },
    { path: '/emulator/clock', body: { set: '2326-11-24T08:59:59Z' } },
    { path: '/emulator/clock', body: {} },
    { path: '/emulator/clock', body: { advance: 'PT1H', set: '2026-12-01T00:00:00Z' } },
    { path: '/emulator/clock', body: 'not JSON' },
    { path: '/emulator/clock/next-business-day', body: { timeZone: 'Mars/Olympus' } },
    { path: '/emulator/clock/next-business-day', body: { days: 2 } },
  ])('refuses $path $body', async ({ path, body }) => {
    const site = await aFixtureEmulator();
    const { status, body: reply } = await site.ask('POST', path, body);
    expect(status).toBe(400);
    expect(reply).toEqual({ message: expect.stringMatching(/\w/) });
    expect(site.clock.now().toISOString()).toBe('2026-11-24T09:00:00.000Z');
  });
});
