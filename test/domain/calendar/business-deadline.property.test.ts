import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BusinessCalendar } from '../../../src/domain/calendar/business-calendar';
import {
  businessDayBefore,
  businessDeadline,
  nextBusinessDayStart,
} from '../../../src/domain/calendar/business-deadline';
import { naiveDeadline } from './naive-count';

/** Zones, each with changes of its clocks: at night, at midnight, by half an hour, by a whole day. */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  UTC: ['2026-01-01T00:00Z'],
  'Europe/Berlin': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  'America/New_York': ['2026-03-08T07:00Z', '2026-11-01T06:00Z'],
  'America/Santiago': ['2026-04-05T03:00Z', '2026-09-06T04:00Z'],
  'America/Havana': ['2026-03-08T05:00Z', '2026-11-01T05:00Z'],
  'America/Nuuk': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  'Africa/Cairo': ['2026-04-23T22:00Z', '2026-10-29T21:00Z'],
  'Asia/Beirut': ['2026-03-28T22:00Z', '2026-10-24T21:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
  'Asia/Kathmandu': ['2026-01-01T00:00Z'],
  'Pacific/Apia': ['2011-12-30T10:00Z', '2011-09-24T11:00Z'],
  'America/St_Johns': ['2010-11-07T02:31Z', '2011-03-13T03:31Z'],
  'America/Sao_Paulo': ['2018-02-18T02:00Z', '2018-11-04T03:00Z'],
  'Pacific/Chatham': ['2026-04-04T14:00Z', '2026-09-26T14:00Z'],
};

const DAY = 86_400_000;

/** Half of the instants are in the days before and after a change of the clocks. */
const zoneAndInstant = fc.constantFrom(...Object.entries(ZONES)).chain(([timeZone, changes]) =>
  fc.record({
    timeZone: fc.constant(timeZone),
    from: fc.oneof(
      fc.integer({ min: Date.parse('2009-01-01T00:00Z'), max: Date.parse('2031-01-01T00:00Z') }),
      fc
        .tuple(fc.constantFrom(...changes), fc.integer({ min: -4 * DAY, max: DAY }))
        .map(([change, shift]) => Date.parse(change) + shift),
    ),
  }),
);

/** Holidays close to the instant, since far away ones prove nothing. */
const holidaysNear = (from: number) =>
  fc
    .uniqueArray(fc.integer({ min: -1, max: 9 }), { maxLength: 4 })
    .map((days) =>
      days.map((day) => ({ date: new Date(from + day * DAY).toISOString().slice(0, 10), name: 'Holiday' })),
    );

const workingDays = fc.oneof(
  fc.constant([1, 2, 3, 4, 5]),
  fc.constant([7, 1, 2, 3, 4]),
  fc.constant([1, 2, 3, 4, 5, 6, 7]),
  fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
);

const situation = zoneAndInstant.chain(({ timeZone, from }) =>
  fc.record({
    from: fc.constant(from),
    days: fc.integer({ min: 1, max: 4 }),
    calendar: fc.record({ timeZone: fc.constant(timeZone), workingDays, holidays: holidaysNear(from) }),
  }),
);

const oneDayLess = (calendar: BusinessCalendar, from: number, days: number) =>
  businessDeadline(calendar, from, days - 1).due;

describe('the business calendar, whatever the zone, the season and the holidays', () => {
  it('says what a count by the wall clock says', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from, days }) => {
        expect(businessDeadline(calendar, from, days)).toEqual(naiveDeadline(calendar, from, days));
      }),
      { numRuns: 500 },
    );
  });

  it('reminds at the deadline of one day less', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from, days }) => {
        const { due } = businessDeadline(calendar, from, days + 1);
        expect(businessDayBefore(calendar, due)).toBe(oneDayLess(calendar, from, days + 1));
      }),
    );
  });

  it('is never due before another that was deployed earlier', () => {
    fc.assert(
      fc.property(situation, fc.nat({ max: 6 * DAY }), ({ calendar, from, days }, later) => {
        // Where clocks go back over midnight, a date is shown, then the date before it again.
        fc.pre(calendar.timeZone !== 'America/St_Johns');
        expect(businessDeadline(calendar, from + later, days).due).toBeGreaterThanOrEqual(
          businessDeadline(calendar, from, days).due,
        );
      }),
    );
  });

  it('starts the next business day after the day it is asked on, and before it is over', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from }) => {
        const start = nextBusinessDayStart(calendar, from);
        const { due } = businessDeadline(calendar, from, 1);
        expect(start).toBeGreaterThan(from);
        expect(due - start).toBeGreaterThan(22 * 3_600_000);
        expect(due - start).toBeLessThan(26 * 3_600_000);
      }),
    );
  });
});
