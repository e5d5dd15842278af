import type { BusinessCalendar, Holiday } from './business-calendar';
import { isCalendarDate } from './calendar-date';
import { zoneClock } from './zone-clock';

export const MAX_HOLIDAYS = 2000;
export const MAX_HOLIDAY_NAME = 200;
const MAX_ZONE = 64;
/** Enough to mend a list by; a hostile list does not get a message for each entry. */
const MAX_PROBLEMS = 20;

/** `field` is `timeZone`, `workingDays`, `holidays`, or of one entry `holidays[0].date`; empty for the whole. */
export interface CalendarProblem {
  readonly field: string;
  readonly message: string;
}

export type CalendarReading =
  | { readonly kind: 'calendar'; readonly calendar: BusinessCalendar }
  | { readonly kind: 'problems'; readonly problems: readonly CalendarProblem[] };

/**
 * Reads a calendar from data that anybody may have made: `{ timeZone, workingDays, holidays: [{ date, name }] }` and
 * nothing else. Never throws. The calendar is a copy, days and holidays in order; at most 20 problems are named.
 */
export function readCalendar(input: unknown): CalendarReading {
  const problems: CalendarProblem[] = [];
  const fields = ownFields(input, ['timeZone', 'workingDays', 'holidays'], '', problems);
  const calendar = {
    timeZone: readZone(fields.get('timeZone'), problems),
    workingDays: readWorkingDays(fields.get('workingDays'), problems),
    holidays: readHolidays(fields.get('holidays'), problems),
  };
  return problems.length === 0
    ? { kind: 'calendar', calendar }
    : { kind: 'problems', problems: problems.slice(0, MAX_PROBLEMS) };
}

/** Own properties only; one that is not known is a problem, so that no misspelt setting is lost. */
function ownFields(
  input: unknown,
  known: readonly string[],
  field: string,
  problems: CalendarProblem[],
): ReadonlyMap<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    problems.push({ field, message: `Expected ${known.join(', ')}.` });
    return new Map();
  }
  const unknown = Object.keys(input).find((key) => !known.includes(key));
  if (unknown !== undefined) problems.push({ field, message: `${quoted(unknown)} is not one of ${known.join(', ')}.` });
  return new Map<string, unknown>(Object.entries(input));
}

function readZone(value: unknown, problems: CalendarProblem[]): string {
  if (typeof value === 'string' && isTimeZone(value)) return value;
  const given = typeof value === 'string' && value !== '' ? `${quoted(value)} is no time zone. ` : '';
  problems.push({ field: 'timeZone', message: `${given}Give a name such as Europe/Berlin.` });
  return '';
}

function isTimeZone(name: string): boolean {
  // Newer engines take "+05:30" for a zone; it has no daylight saving and is not meant.
  if (name.length > MAX_ZONE || !/^[A-Za-z]/.test(name)) return false;
  try {
    zoneClock(name);
    return true;
  } catch {
    return false;
  }
}

function readWorkingDays(value: unknown, problems: CalendarProblem[]): readonly number[] {
  const days = Array.isArray(value) ? value.slice(0, 8) : [];
  const found = [1, 2, 3, 4, 5, 6, 7].filter((day) => days.includes(day));
  if (found.length === 0) problems.push({ field: 'workingDays', message: 'At least one day must be a working day.' });
  else if (found.length < days.length) {
    problems.push({ field: 'workingDays', message: 'Give each day once, from 1 for Monday to 7 for Sunday.' });
  }
  return found;
}

function readHolidays(value: unknown, problems: CalendarProblem[]): readonly Holiday[] {
  if (!Array.isArray(value)) {
    problems.push({ field: 'holidays', message: 'Give a list of holidays; it may be empty.' });
    return [];
  }
  if (value.length > MAX_HOLIDAYS) {
    problems.push({ field: 'holidays', message: `At most ${MAX_HOLIDAYS} holidays; these are ${value.length}.` });
    return [];
  }
  const holidays = value.map((entry: unknown, index) => readHoliday(entry, `holidays[${index}]`, problems));
  const firstAt = new Map<string, number>();
  holidays.forEach(({ date }, index) => {
    if (firstAt.has(date) && isCalendarDate(date)) {
      problems.push({ field: `holidays[${index}].date`, message: `${date} is listed twice.` });
    }
    firstAt.set(date, index);
  });
  return holidays.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function readHoliday(entry: unknown, field: string, problems: CalendarProblem[]): Holiday {
  const fields = ownFields(entry, ['date', 'name'], field, problems);
  const date = fields.get('date');
  const name = fields.get('name');
  if (typeof date !== 'string' || !isCalendarDate(date)) {
    const given = typeof date === 'string' && date !== '' ? `${quoted(date)} is no date. ` : '';
    problems.push({ field: `${field}.date`, message: `${given}Write it as 2026-12-25.` });
  }
  const problem = typeof name === 'string' ? holidayNameProblem(name) : 'Give the day a name.';
  if (problem !== undefined) problems.push({ field: `${field}.name`, message: problem });
  return { date: typeof date === 'string' ? date : '', name: typeof name === 'string' ? name.trim() : '' };
}

function holidayNameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'Give the day a name.';
  if (name.length > MAX_HOLIDAY_NAME) return `The name may have ${MAX_HOLIDAY_NAME} characters.`;
  // Half of a surrogate pair has no canonical JSON, so it could not be hashed into the ledger.
  return /[\p{Cc}\p{Cs}]/u.test(name) ? 'The name has characters that cannot be shown.' : undefined;
}

const quoted = (text: string): string => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
