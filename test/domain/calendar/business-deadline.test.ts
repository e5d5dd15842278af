import { describe, expect, it } from '@jest/globals';
import { type BusinessCalendar, isBusinessDay } from '../../../src/domain/calendar/business-calendar';
import {
  businessDayBefore,
  businessDeadline,
  nextBusinessDayStart,
} from '../../../src/domain/calendar/business-deadline';

const WEEK = [1, 2, 3, 4, 5];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const BERLIN: BusinessCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: WEEK,
  holidays: [
    { date: '2026-12-25', name: 'Christmas Day' },
    { date: '2026-12-26', name: 'Boxing Day' },
    { date: '2027-01-01', name: "New Year's Day" },
  ],
};
const everyDayIn = (timeZone: string): BusinessCalendar => ({ timeZone, workingDays: EVERY_DAY, holidays: [] });
const iso = (instant: number) => new Date(instant).toISOString();

describe('the end of the n-th business day', () => {
  it.each([
    { when: 'on a Monday morning', from: '2026-11-23T09:00:00+01:00', days: 3, due: '2026-11-26T22:59:59.999Z' },
    { when: 'on Friday at 23:59', from: '2026-11-27T23:59:00+01:00', days: 3, due: '2026-12-02T22:59:59.999Z' },
    { when: 'on Saturday at 00:00', from: '2026-11-28T00:00:00+01:00', days: 3, due: '2026-12-02T22:59:59.999Z' },
    { when: 'on Sunday at 23:59', from: '2026-11-29T23:59:59+01:00', days: 3, due: '2026-12-02T22:59:59.999Z' },
    { when: 'on Monday at 00:00', from: '2026-11-30T00:00:00+01:00', days: 3, due: '2026-12-03T22:59:59.999Z' },
    { when: 'before Christmas', from: '2026-12-24T15:00:00+01:00', days: 3, due: '2026-12-30T22:59:59.999Z' },
    { when: 'on a holiday', from: '2026-12-25T15:00:00+01:00', days: 3, due: '2026-12-30T22:59:59.999Z' },
    { when: 'over New Year', from: '2026-12-31T15:00:00+01:00', days: 1, due: '2027-01-04T22:59:59.999Z' },
    { when: 'before summer time', from: '2026-03-27T12:00:00+01:00', days: 1, due: '2026-03-30T21:59:59.999Z' },
    { when: 'before winter time', from: '2026-10-23T12:00:00+02:00', days: 1, due: '2026-10-26T22:59:59.999Z' },
  ])('of what was deployed $when', ({ from, days, due }) => {
    expect(iso(businessDeadline(BERLIN, Date.parse(from), days).due)).toBe(due);
  });

  it('names the days that were counted', () => {
    const { countedDays } = businessDeadline(BERLIN, Date.parse('2026-12-24T15:00:00+01:00'), 3);
    expect(countedDays).toEqual(['2026-12-28', '2026-12-29', '2026-12-30']);
  });

  it.each([
    {
      zone: 'America/Santiago',
      whose: 'midnight is left out',
      from: '2022-09-09T12:00Z',
      due: '2022-09-11T03:59:59.999Z',
    },
    {
      zone: 'America/Havana',
      whose: 'end is followed by midnight twice',
      from: '2026-10-30T16:00Z',
      due: '2026-11-01T03:59:59.999Z',
    },
    {
      zone: 'America/Nuuk',
      whose: 'last hour is left out',
      from: '2026-03-27T12:00Z',
      due: '2026-03-29T00:59:59.999Z',
    },
    {
      zone: 'America/Toronto',
      whose: 'last half hour is left out',
      from: '1919-03-29T12:00Z',
      due: '1919-03-31T04:29:59.999Z',
    },
    { zone: 'Africa/Cairo', whose: 'midnight is left out', from: '2026-04-22T12:00Z', due: '2026-04-23T21:59:59.999Z' },
    { zone: 'Asia/Beirut', whose: 'last hour comes twice', from: '2026-10-23T12:00Z', due: '2026-10-24T21:59:59.999Z' },
    {
      zone: 'Australia/Lord_Howe',
      whose: 'day has 23½ hours',
      from: '2026-10-03T12:00Z',
      due: '2026-10-04T12:59:59.999Z',
    },
    {
      zone: 'America/St_Johns',
      whose: 'last hour starts after midnight',
      from: '2010-11-05T12:00Z',
      due: '2010-11-07T03:29:59.999Z',
    },
    {
      zone: 'Pacific/Apia',
      whose: 'next date is left out',
      from: '2011-12-29T12:00Z',
      due: '2011-12-31T09:59:59.999Z',
    },
  ])('in $zone, on a day whose $whose', ({ zone, from, due }) => {
    const calendar = everyDayIn(zone);
    expect(iso(businessDeadline(calendar, Date.parse(from), 1).due)).toBe(due);
  });

  it('is refused loudly for a calendar in which nobody ever works', () => {
    const calendar = { ...BERLIN, workingDays: [] };
    expect(() => businessDeadline(calendar, 0, 1)).toThrow('The calendar has no working days.');
  });

  it.each([{ days: 0 }, { days: -1 }, { days: 1.5 }, { days: Number.NaN }])('is refused for $days days', ({ days }) => {
    expect(() => businessDeadline(BERLIN, 0, days)).toThrow('Not a number of business days');
  });
});

describe('around a due time', () => {
  it('the business day before Monday ends on Friday night', () => {
    const due = Date.parse('2026-11-30T22:59:59.999Z');
    expect(iso(businessDayBefore(BERLIN, due))).toBe('2026-11-27T22:59:59.999Z');
  });

  it('the business day before the 28th of December ends before Christmas', () => {
    const due = Date.parse('2026-12-28T22:59:59.999Z');
    expect(iso(businessDayBefore(BERLIN, due))).toBe('2026-12-24T22:59:59.999Z');
  });

  it('the next business day after Christmas Eve starts on Monday', () => {
    const eve = Date.parse('2026-12-24T12:00:00Z');
    expect(iso(nextBusinessDayStart(BERLIN, eve))).toBe('2026-12-27T23:00:00.000Z');
  });

  it.each([
    { calendar: BERLIN, date: '2026-11-27', expected: true },
    { calendar: BERLIN, date: '2026-11-28', expected: false },
    { calendar: BERLIN, date: '2026-12-25', expected: false },
    { calendar: everyDayIn('Pacific/Apia'), date: '2011-12-30', expected: false },
    { calendar: everyDayIn('Pacific/Apia'), date: '2011-12-31', expected: true },
  ])('$date in $calendar.timeZone is a business day: $expected', ({ calendar, date, expected }) => {
    expect(isBusinessDay(calendar, date)).toBe(expected);
  });
});
