import { describe, expect, it } from '@jest/globals';
import { icsFiles } from '../../src/adapters/holidays/ics-holidays';
import { publicHolidays } from '../../src/adapters/holidays/public-holidays';
import {
  countryChoices,
  importDays,
  isPlaceOf,
  policyToSave,
  previewDueDate,
  publicHolidaysOf,
  showHolidays,
} from '../../src/application/settings/calendar-calls';
import { DEFAULT_POLICY } from '../../src/domain/policy';
import { draftOf } from '../../src/domain/settings/policy-of';

const PORTS = {
  holidays: publicHolidays,
  calendarFiles: icsFiles,
  clock: { now: () => new Date('2026-11-24T16:00:00.000Z') },
};
const DRAFT = draftOf(DEFAULT_POLICY);
const BAVARIA = {
  ...DRAFT.calendar,
  timeZone: 'Europe/Berlin',
  publicHolidays: { country: 'DE', region: 'BY' },
};

describe('the public holidays of a place', () => {
  it('are shown for a year, with the regions of the country', () => {
    const reply = showHolidays(PORTS, { calendar: { ...BAVARIA, removed: ['2026-01-06'] }, year: 2026 });
    expect(reply).toMatchObject({ kind: 'holidays' });
    if (reply.kind !== 'holidays') return;
    expect(reply.holidays).toContainEqual({ date: '2026-01-06', name: 'Epiphany' });
    expect(reply.holidays.every(({ date }) => date.startsWith('2026-'))).toBe(true);
    expect(reply.regions).toContainEqual({ value: 'BE', label: 'Berlin' });
  });

  it('are shown while a day of their own is half written', () => {
    const calendar = { ...BAVARIA, added: [{ date: '2026-', name: '' }] };
    expect(showHolidays(PORTS, { calendar, year: 2026 }).kind).toBe('holidays');
  });

  it('are none without a country', () => {
    const reply = showHolidays(PORTS, { calendar: DRAFT.calendar, year: 2026 });
    expect(reply).toEqual({ kind: 'holidays', holidays: [], regions: [] });
  });

  it.each([
    {
      what: 'a country',
      request: { calendar: { ...BAVARIA, publicHolidays: { country: 'XX', region: null } }, year: 2026 },
      field: 'calendar.publicHolidays.country',
    },
    {
      what: 'a region',
      request: { calendar: { ...BAVARIA, publicHolidays: { country: 'FR', region: 'BY' } }, year: 2026 },
      field: 'calendar.publicHolidays.region',
    },
    { what: 'a year', request: { calendar: BAVARIA, year: 99_999 }, field: 'year' },
    { what: 'a request', request: null, field: '' },
    { what: 'a request with more in it', request: { calendar: BAVARIA, year: 2026, more: 1 }, field: '' },
  ])('are not shown for $what that cannot be', ({ request, field }) => {
    expect(showHolidays(PORTS, request)).toMatchObject({ kind: 'problems', problems: [{ field }] });
  });

  it('are kept from the last year to five years on', () => {
    const dates = publicHolidaysOf(PORTS, BAVARIA).map(({ date }) => date);
    expect([dates.at(0), dates.at(-1)]).toEqual(['2025-01-01', '2031-12-26']);
  });

  it('count among the days off of a year', () => {
    const added = Array.from({ length: 95 }, (_, day) => ({
      date: new Date(Date.UTC(2026, 5, 10 + day)).toISOString().slice(0, 10),
      name: 'Closed',
    }));
    const saved = (calendar: typeof BAVARIA) => policyToSave(PORTS, { ...DRAFT, calendar }, 3);
    expect(saved(BAVARIA)).toMatchObject({ kind: 'policy', policy: { version: 3 } });
    expect(saved({ ...BAVARIA, added })).toMatchObject({ kind: 'problems', problems: [{ field: 'calendar.added' }] });
  });

  it('are offered for countries by name', () => {
    expect(countryChoices(publicHolidays)).toContainEqual({ value: 'DE', label: 'Germany' });
    expect(isPlaceOf(publicHolidays)({ country: 'constructor', region: null })).toBe(false);
  });
});

describe('an ICS file', () => {
  const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\n');
  const ics = (...events: readonly string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\n');

  it('gives days, and says what it leaves out', () => {
    const text = ics(
      event('DTSTART;VALUE=DATE:20261224', 'SUMMARY:Christmas Eve'),
      event('DTSTART:20261224T090000Z'),
      event('DTSTART;VALUE=DATE:20101224'),
      event('DTSTART;VALUE=DATE:20261224', 'RRULE:FREQ=WEEKLY'),
    );
    expect(importDays(PORTS, { ics: text })).toEqual({
      kind: 'days',
      days: [{ date: '2026-12-24', name: 'Christmas Eve' }],
      skipped: [
        'Line 14: Only simple yearly repetition is taken, such as RRULE:FREQ=YEARLY.',
        '1 event with a time of day.',
        '1 event without a day from 2025 to 2031.',
      ],
    });
  });

  it('names at most twenty events that it cannot take', () => {
    const reply = importDays(PORTS, { ics: ics(...Array.from({ length: 500 }, () => event('SUMMARY:Day'))) });
    expect(reply).toMatchObject({ kind: 'days', skipped: { length: 21, 20: '480 more like these.' } });
  });

  it.each([
    { what: 'no text', request: { ics: 5 }, message: 'Give the text' },
    { what: 'something else', request: { ics: '<html>' }, message: 'Line 1: This is no ICS file' },
    {
      what: 'too many days',
      request: {
        ics: ics(
          ...Array.from({ length: 17 }, (_, month) =>
            event(
              `DTSTART;VALUE=DATE:${2026 + Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}01`,
              'DURATION:P31D',
            ),
          ),
        ),
      },
      message: 'The file has 516 days off from 2025 to 2031; at most 500.',
    },
  ])('with $what is refused', ({ request, message }) => {
    expect(importDays(PORTS, request)).toEqual({
      kind: 'problems',
      problems: [{ field: 'ics', message: expect.stringContaining(message) }],
    });
  });
});

describe('the preview', () => {
  it('counts past public holidays, own days and weekends, and says why', () => {
    const calendar = {
      ...BAVARIA,
      added: [{ date: '2026-12-24', name: 'Company day' }],
      removed: ['2027-01-01'],
    };
    expect(previewDueDate(PORTS, { calendar, deployedOn: '2026-12-23', days: 3 })).toEqual({
      kind: 'preview',
      preview: {
        deployedOn: '2026-12-23',
        dueOn: '2026-12-30',
        due: Date.parse('2026-12-30T22:59:59.999Z'),
        countedDays: ['2026-12-28', '2026-12-29', '2026-12-30'],
        daysOff: [
          { date: '2026-12-24', why: 'Company day' },
          { date: '2026-12-25', why: 'Christmas Day' },
          { date: '2026-12-26', why: 'Boxing Day' },
          { date: '2026-12-27', why: 'no working day' },
        ],
      },
    });
  });

  it.each([
    { what: 'a date too late', request: { deployedOn: '2031-01-01', days: 3 }, field: 'deployedOn' },
    { what: 'no date', request: { deployedOn: 'tomorrow', days: 3 }, field: 'deployedOn' },
    { what: 'no days', request: { deployedOn: '2026-12-01', days: 0 }, field: 'days' },
    {
      what: 'no such zone',
      request: { calendar: { ...BAVARIA, timeZone: 'Mars/Olympus' }, deployedOn: '2026-12-01', days: 3 },
      field: 'calendar.timeZone',
    },
  ])('is refused with $what', ({ request, field }) => {
    expect(previewDueDate(PORTS, { calendar: BAVARIA, ...request })).toMatchObject({
      kind: 'problems',
      problems: [{ field }],
    });
  });
});
