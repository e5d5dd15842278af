import { describe, expect, it } from '@jest/globals';
import { icsFiles } from '../../src/adapters/holidays/ics-holidays';

const YEARS = { first: 2026, last: 2028 };

const file = (...events: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const datesOf = (text: string): readonly string[] => {
  const reading = icsFiles.read(text, YEARS);
  if (reading.kind === 'unreadable') throw new Error(reading.problem.message);
  return reading.days.map(({ date }) => date);
};

describe('all-day events of an ICS file', () => {
  it('become days off, with their names', () => {
    const text = file(
      ['DTSTART;VALUE=DATE:20261226', 'SUMMARY;LANGUAGE=en;X="a:b":Boxing\\, ', ' Day', 'DTEND;VALUE=DATE:20261227'],
      ['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas\\nDay'],
      ['DTSTART;VALUE=DATE:20261224'],
      ['DTSTART;TZID=Europe/Berlin:20261223T090000', 'SUMMARY:Stand-up'],
    );
    expect(icsFiles.read(text, YEARS)).toEqual({
      kind: 'days',
      days: [
        { date: '2026-12-24', name: 'Day off' },
        { date: '2026-12-25', name: 'Christmas Day' },
        { date: '2026-12-26', name: 'Boxing, Day' },
      ],
      skipped: [],
      timed: 1,
      otherYears: 0,
    });
  });

  it.each([
    {
      what: 'several days',
      lines: ['DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102'],
      dates: ['2026-12-30', '2026-12-31', '2027-01-01'],
    },
    { what: 'a duration', lines: ['DTSTART;VALUE=DATE:20261230', 'DURATION:P2D'], dates: ['2026-12-30', '2026-12-31'] },
    {
      what: 'an end on the same day',
      lines: ['DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20261230'],
      dates: ['2026-12-30'],
    },
    {
      what: 'every year',
      lines: ['DTSTART;VALUE=DATE:20000101', 'RRULE:FREQ=YEARLY'],
      dates: ['2026-01-01', '2027-01-01', '2028-01-01'],
    },
    {
      what: 'a weekday of a month',
      lines: ['DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'],
      dates: ['2026-05-25', '2027-05-31', '2028-05-29'],
    },
    {
      what: 'until a date',
      lines: ['DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=YEARLY;UNTIL=20270101'],
      dates: ['2026-01-01', '2027-01-01'],
    },
    {
      what: 'a number of times',
      lines: ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;COUNT=2'],
      dates: ['2026-01-01', '2027-01-01'],
    },
    {
      what: 'an exception',
      lines: ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20270101'],
      dates: ['2026-01-01', '2028-01-01'],
    },
    {
      what: 'a leap day',
      lines: ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
      dates: ['2028-02-29'],
    },
    {
      what: 'a date that no year has',
      lines: ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
      dates: [],
    },
    { what: 'another year', lines: ['DTSTART;VALUE=DATE:20250101'], dates: [] },
  ])('with $what', ({ lines, dates }) => {
    expect(datesOf(file(lines))).toEqual(dates);
  });
});

describe('an event that cannot be taken', () => {
  it.each([
    { what: 'no start', text: file(['SUMMARY:Day']), line: 4, says: 'no DTSTART' },
    {
      what: 'a date that does not exist',
      text: file(['DTSTART;VALUE=DATE:20260230']),
      line: 4,
      says: 'This is no date',
    },
    {
      what: 'an end before its start',
      text: file(['DTSTART;VALUE=DATE:20260102', 'DTEND;VALUE=DATE:20260101']),
      line: 5,
      says: '1 to 31 days',
    },
    {
      what: 'a year-long event',
      text: file(['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20270101']),
      line: 5,
      says: '1 to 31 days',
    },
    {
      what: 'a weekly rule',
      text: file(['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=WEEKLY']),
      line: 5,
      says: 'Only simple yearly',
    },
    {
      what: 'a rule that never ends',
      text: file(['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30']),
      line: 5,
      says: 'Only simple yearly',
    },
    {
      what: 'single dates',
      text: file(['DTSTART;VALUE=DATE:20260101', 'RDATE;VALUE=DATE:20260301']),
      line: 5,
      says: 'by hand',
    },
    {
      what: 'a moved date',
      text: file(['DTSTART;VALUE=DATE:20260102', 'RECURRENCE-ID;VALUE=DATE:20260101']),
      line: 5,
      says: 'by hand',
    },
    {
      what: 'a cancellation',
      text: file(['DTSTART;VALUE=DATE:20260102', 'STATUS:CANCELLED']),
      line: 5,
      says: 'is cancelled',
    },
  ])('because of $what is skipped, and it is said where', ({ text, line, says }) => {
    const and = file(['DTSTART;VALUE=DATE:20270101', 'SUMMARY:New Year']).split('\r\n').slice(2, -2).join('\r\n');
    expect(icsFiles.read(text.replace('END:VCALENDAR', `${and}\r\nEND:VCALENDAR`), YEARS)).toEqual({
      kind: 'days',
      days: [{ date: '2027-01-01', name: 'New Year' }],
      skipped: [{ line, message: expect.stringContaining(says) }],
      timed: 0,
      otherYears: 0,
    });
  });
});

describe('a name', () => {
  it.each([
    { what: 'emoji cut in half', given: `${'x'.repeat(59)}\u{1F384}`, name: 'x'.repeat(59) },
    { what: 'more than 60 characters', given: 'y'.repeat(70), name: 'y'.repeat(60) },
    { what: 'nothing to be seen', given: '\u200B\u200F', name: 'Day off' },
    { what: 'control characters', given: 'a\u0007b', name: 'a b' },
    { what: 'writing from the right', given: 'عيد الفطر', name: 'عيد الفطر' },
  ])('with $what can be saved', ({ given, name }) => {
    const reading = icsFiles.read(file(['DTSTART;VALUE=DATE:20260102', `SUMMARY:${given}`]), YEARS);
    expect(reading).toMatchObject({ days: [{ date: '2026-01-02', name }] });
  });
});

describe('a file that cannot be taken', () => {
  it.each([
    { what: 'something else', text: '<html></html>', line: 1, says: 'BEGIN:VCALENDAR' },
    { what: 'nothing', text: '', line: 0, says: 'no events' },
    { what: 'an end missing', text: 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n', line: 0, says: 'END:VEVENT' },
    { what: 'ends crossed', text: 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR', line: 3, says: 'does not match' },
    {
      what: 'a line without a colon',
      text: 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART 20260101',
      line: 3,
      says: 'no name and colon',
    },
    { what: 'too many bytes', text: 'x'.repeat(1_000_001), line: 0, says: '1 MB' },
    {
      what: 'too many events',
      text: file(...Array.from({ length: 2001 }, () => ['DTSTART;VALUE=DATE:20260101'])),
      line: 0,
      says: '2000 events',
    },
  ])('because of $what says where', ({ text, line, says }) => {
    expect(icsFiles.read(text, YEARS)).toEqual({
      kind: 'unreadable',
      problem: { line, message: expect.stringContaining(says) },
    });
  });

  it.each([
    { what: 'a megabyte of folds', text: `BEGIN:VCALENDAR\nX:${'\n '.repeat(490_000)}` },
    { what: 'a megabyte of quotes', text: file([`DTSTART${';X="'.repeat(240_000)}`]) },
    {
      what: 'a megabyte of exceptions',
      text: file(['DTSTART;VALUE=DATE:20260101', `EXDATE:${'20260101,'.repeat(100_000)}`]),
    },
    {
      what: 'a megabyte of rule',
      text: file(['DTSTART;VALUE=DATE:20260101', `RRULE:FREQ=YEARLY${';COUNT=1'.repeat(120_000)}!`]),
    },
    {
      what: 'a long rule in each of 200 events',
      text: file(
        ...Array.from({ length: 200 }, () => [
          'DTSTART;VALUE=DATE:19000101',
          'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
        ]),
      ),
    },
  ])('is done in time with $what', ({ text }) => {
    const before = process.cpuUsage();
    icsFiles.read(text, YEARS);
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });
});
