import { describe, expect, it } from '@jest/globals';
import { publicHolidays } from '../../src/adapters/holidays/public-holidays';

const datesOf = (country: string, region: string | null, years: readonly number[]) =>
  publicHolidays.of(country, region, years)?.map(({ date }) => date);

describe('public holidays', () => {
  it('are known for many countries and their regions', () => {
    expect(publicHolidays.countries()).toContainEqual({ code: 'DE', name: 'Germany' });
    expect(publicHolidays.regions('DE')).toContainEqual({ code: 'BY', name: 'Bayern' });
    expect(publicHolidays.regions('GB').map(({ code }) => code)).toContain('SCT');
  });

  it.each([
    { what: 'of a country', country: 'DE', region: null, year: 2026, date: '2026-10-03', expected: true },
    { what: 'of a region', country: 'DE', region: 'BY', year: 2026, date: '2026-01-06', expected: true },
    { what: 'of another region', country: 'DE', region: 'BE', year: 2026, date: '2026-01-06', expected: false },
    { what: 'that moves off a weekend', country: 'US', region: null, year: 2026, date: '2026-07-03', expected: true },
    {
      what: 'that starts at sunset the day before',
      country: 'IL',
      region: null,
      year: 2026,
      date: '2026-09-21',
      expected: true,
    },
    { what: 'of several days, the last', country: 'TR', region: null, year: 2026, date: '2026-03-22', expected: true },
    {
      what: 'of several days, half a day later',
      country: 'TR',
      region: null,
      year: 2026,
      date: '2026-03-23',
      expected: false,
    },
    {
      what: 'of several days, of which the first is in the year before',
      country: 'SZ',
      region: null,
      year: 2032,
      date: '2032-01-02',
      expected: true,
    },
    {
      what: 'on which only banks are closed',
      country: 'DE',
      region: null,
      year: 2026,
      date: '2026-12-24',
      expected: false,
    },
  ])('a day off $what: $expected', ({ country, region, year, date, expected }) => {
    expect(datesOf(country, region, [year])?.includes(date)).toBe(expected);
  });

  it('are one for each date, in order, over years', () => {
    const dates = datesOf('JP', null, [2026, 2027]) ?? [];
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates.at(0)).toBe('2026-01-01');
    expect(dates.at(-1)?.slice(0, 4)).toBe('2027');
  });

  it('are those of the asked years only', () => {
    const days = publicHolidays.of('SZ', null, [2031]) ?? [];
    expect(days.filter(({ date }) => !date.startsWith('2031-'))).toEqual([]);
    expect(days.length).toBeGreaterThan(5);
  });

  it.each([
    { country: 'XX', region: null },
    { country: '__proto__', region: null },
    { country: 'constructor', region: null },
    { country: 'DE', region: 'constructor' },
    { country: 'DE', region: 'XX' },
  ])('of $country $region, which do not exist, are undefined', ({ country, region }) => {
    expect(publicHolidays.of(country, region, [2026])).toBeUndefined();
  });
});
