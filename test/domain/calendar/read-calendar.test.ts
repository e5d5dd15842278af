import { describe, expect, it } from '@jest/globals';
import { type CalendarProblem, readCalendar } from '../../../src/domain/calendar/read-calendar';

const GOOD = {
  timeZone: 'Europe/Berlin',
  workingDays: [5, 1, 2, 3, 4],
  holidays: [
    { date: '2026-12-26', name: 'Boxing Day' },
    { date: '2026-12-25', name: ' Christmas Day ' },
  ],
};

const problemsOf = (input: unknown): readonly CalendarProblem[] => {
  const reading = readCalendar(input);
  return reading.kind === 'problems' ? reading.problems : [];
};

const parsed = (text: string): unknown => JSON.parse(text);
const inheriting = (prototype: object): unknown => Object.create(prototype);

const MEGABYTE = 'x'.repeat(1_000_000);

describe('a calendar from the settings page', () => {
  it('is read in order, with nothing but what belongs to it', () => {
    expect(readCalendar(GOOD)).toEqual({
      kind: 'calendar',
      calendar: {
        timeZone: 'Europe/Berlin',
        workingDays: [1, 2, 3, 4, 5],
        holidays: [
          { date: '2026-12-25', name: 'Christmas Day' },
          { date: '2026-12-26', name: 'Boxing Day' },
        ],
      },
    });
  });

  it.each([
    {
      what: 'a zone that does not exist',
      change: { timeZone: 'Mars/Olympus' },
      field: 'timeZone',
      says: '"Mars/Olympus" is no time zone',
    },
    { what: 'an offset for a zone', change: { timeZone: '+05:30' }, field: 'timeZone', says: 'no time zone' },
    { what: 'no zone', change: { timeZone: '' }, field: 'timeZone', says: 'Give a name such as Europe/Berlin.' },
    { what: 'no working day', change: { workingDays: [] }, field: 'workingDays', says: 'At least one day' },
    { what: 'an eighth day', change: { workingDays: [1, 8] }, field: 'workingDays', says: 'from 1 for Monday to 7' },
    { what: 'a day twice', change: { workingDays: [1, 1] }, field: 'workingDays', says: 'each day once' },
    { what: 'a day in words', change: { workingDays: ['Monday'] }, field: 'workingDays', says: 'At least one day' },
    { what: 'no list', change: { holidays: null }, field: 'holidays', says: 'Give a list of holidays' },
    { what: 'a setting that it does not have', change: { weekend: [6] }, field: '', says: '"weekend" is not one of' },
  ])('with $what is refused', ({ change, field, says }) => {
    expect(problemsOf({ ...GOOD, ...change })).toEqual([{ field, message: expect.stringContaining(says) }]);
  });

  it.each([
    {
      what: 'a date that does not exist',
      holiday: { date: '2026-02-29', name: 'Leap' },
      field: 'date',
      says: '"2026-02-29" is no date',
    },
    {
      what: 'a date in another form',
      holiday: { date: '25.12.2026', name: 'Day' },
      field: 'date',
      says: 'Write it as 2026-12-25.',
    },
    { what: 'no name', holiday: { date: '2026-12-25', name: ' ' }, field: 'name', says: 'Give the day a name.' },
    {
      what: 'a long name',
      holiday: { date: '2026-12-25', name: 'x'.repeat(201) },
      field: 'name',
      says: '200 characters',
    },
    {
      what: 'half a character',
      holiday: { date: '2026-12-25', name: 'x\ud800' },
      field: 'name',
      says: 'cannot be shown',
    },
  ])('with $what is refused beside the entry', ({ holiday, field, says }) => {
    expect(problemsOf({ ...GOOD, holidays: [holiday] })).toEqual([
      { field: `holidays[0].${field}`, message: expect.stringContaining(says) },
    ]);
  });

  it('names a date that is listed twice at its second place', () => {
    const day = { date: '2026-12-25', name: 'Christmas Day' };
    expect(problemsOf({ ...GOOD, holidays: [day, day] })).toEqual([
      { field: 'holidays[1].date', message: '2026-12-25 is listed twice.' },
    ]);
  });

  it('may have 2,000 holidays and no more', () => {
    const start = Date.parse('2026-01-01T00:00Z');
    const days = Array.from({ length: 2001 }, (_, day) => ({
      date: new Date(start + day * 86_400_000).toISOString().slice(0, 10),
      name: 'Day off',
    }));
    expect(readCalendar({ ...GOOD, holidays: days.slice(0, 2000) }).kind).toBe('calendar');
    expect(problemsOf({ ...GOOD, holidays: days })).toEqual([
      { field: 'holidays', message: 'At most 2000 holidays; these are 2001.' },
    ]);
  });
});

describe('hostile input', () => {
  it.each([
    { what: 'nothing', input: undefined },
    { what: 'null', input: null },
    { what: 'a list', input: [] },
    { what: 'a megabyte of text', input: MEGABYTE },
    { what: 'a prototype', input: parsed('{"__proto__":{"timeZone":"UTC"},"constructor":1}') },
    { what: 'what is inherited only', input: inheriting(GOOD) },
    { what: 'a megabyte of zone', input: { ...GOOD, timeZone: MEGABYTE } },
    { what: 'a megabyte of name', input: { ...GOOD, holidays: [{ date: '2026-12-25', name: MEGABYTE }] } },
    { what: 'a megabyte of date', input: { ...GOOD, holidays: [{ date: MEGABYTE, name: 'Day' }] } },
    { what: 'a list of nothing', input: { ...GOOD, holidays: Array.from({ length: 2000 }, () => null) } },
    { what: 'a million working days', input: { ...GOOD, workingDays: Array.from({ length: 1_000_000 }, () => 1) } },
    {
      what: 'a prototype among the holidays',
      input: { ...GOOD, holidays: parsed('[{"__proto__":{"date":"2026-12-25"}}]') },
    },
  ])('$what is refused with a few short problems', ({ input }) => {
    const problems = problemsOf(input);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(20);
    expect(JSON.stringify(problems).length).toBeLessThan(5000);
  });
});
