import { describe, expect, it } from '@jest/globals';
import { timeLeft } from '../../src/ui/issue-panel/due-words';
import { momentInZone } from '../../src/ui/issue-panel/moment-in-zone';

const BERLIN = 'Europe/Berlin';

describe('how far off a due time is', () => {
  it.each([
    { due: '2026-11-27T22:59:59.999Z', now: '2026-11-25T12:00:00.000Z', words: 'in 2 days' },
    { due: '2026-11-27T22:59:59.999Z', now: '2026-11-26T08:00:00.000Z', words: 'tomorrow' },
    { due: '2026-11-27T22:59:59.999Z', now: '2026-11-26T23:30:00.000Z', words: 'in 23 hours' },
    { due: '2026-11-27T22:59:59.999Z', now: '2026-11-27T22:05:00.000Z', words: 'in 54 minutes' },
    { due: '2026-11-27T22:59:59.999Z', now: '2026-11-27T22:59:30.000Z', words: 'in less than a minute' },
    { due: '2026-11-27T22:59:59.999Z', now: '2026-11-27T23:00:10.000Z', words: 'just now' },
    { due: '2026-11-27T22:59:59.999Z', now: '2026-11-28T05:00:00.000Z', words: '6 hours ago' },
    { due: '2026-11-27T22:59:59.999Z', now: '2026-11-30T08:00:00.000Z', words: '3 days ago' },
  ])('is $words', ({ due, now, words }) => {
    expect(timeLeft(due, now, BERLIN)).toBe(words);
  });

  it('counts the days of the zone, and not of UTC', () => {
    const due = '2026-11-27T22:59:59.999Z';
    const now = '2026-11-25T23:30:00.000Z';
    expect(timeLeft(due, now, BERLIN)).toBe('tomorrow');
    expect(timeLeft(due, now, 'UTC')).toBe('in 2 days');
  });
});

describe('a day and a time of day that somebody gives', () => {
  it.each([
    { name: 'in winter', day: '2026-11-24', time: '04:10', zone: BERLIN, moment: '2026-11-24T03:10:00.000Z' },
    { name: 'in summer', day: '2026-07-01', time: '00:00', zone: BERLIN, moment: '2026-06-30T22:00:00.000Z' },
    {
      name: 'just after the clocks went forward',
      day: '2026-03-29',
      time: '03:00',
      zone: BERLIN,
      moment: '2026-03-29T01:00:00.000Z',
    },
    {
      name: 'just after the clocks went back',
      day: '2026-10-25',
      time: '03:00',
      zone: BERLIN,
      moment: '2026-10-25T02:00:00.000Z',
    },
    {
      name: 'on the other side of the world',
      day: '2026-11-24',
      time: '09:30',
      zone: 'Asia/Kolkata',
      moment: '2026-11-24T04:00:00.000Z',
    },
    {
      name: 'west of Greenwich, near midnight',
      day: '2026-11-23',
      time: '23:59',
      zone: 'America/New_York',
      moment: '2026-11-24T04:59:00.000Z',
    },
  ])('are read in the zone: $name', ({ day, time, zone, moment }) => {
    expect(momentInZone(day, time, zone)).toBe(moment);
  });

  it('are taken an hour later where a spring night leaves them out', () => {
    expect(momentInZone('2026-03-29', '02:30', BERLIN)).toBe('2026-03-29T01:30:00.000Z');
  });

  it.each([
    { day: '', time: '04:10' },
    { day: '2026-11-24', time: '' },
    { day: '2026-13-40', time: '04:10' },
  ])('are no moment: "$day" "$time"', ({ day, time }) => {
    expect(momentInZone(day, time, BERLIN)).toBeUndefined();
  });
});
