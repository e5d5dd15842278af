import ICAL from 'ical.js';
import type { CalendarFileReading, CalendarFiles, LineProblem } from '../../application/ports';
import { isCalendarDate, plusDays } from '../../domain/calendar/calendar-date';
import { MAX_DAY_NAME } from '../../domain/settings/read-calendar-draft';
import { eventsIn, type IcsLine } from './ics-lines';

const MAX_LENGTH = 1_000_000;
const MAX_EVENTS = 2000;
/** ical.js takes about 0.1 ms for each year of a rule. */
const MAX_REPEATING = 200;
const MAX_DAYS = 31;
const MAX_YEARS = 20;

/** Both years are included. */
interface Years {
  readonly first: number;
  readonly last: number;
}

/**
 * The all-day events of an ICS file, each of their dates as a day off. Yearly repetition is followed, EXDATE too. Never
 * throws, and is quick whatever the file says.
 */
export const icsFiles: CalendarFiles = { read };

function read(text: string, years: Years): CalendarFileReading {
  if (text.length > MAX_LENGTH) return unreadable('The file may have 1 MB.');
  if (!(years.last - years.first < MAX_YEARS)) return unreadable(`Take at most ${MAX_YEARS} years at once.`);
  const events = eventsIn(text);
  if ('message' in events) return { kind: 'unreadable', problem: events };
  if (events.length > MAX_EVENTS) return unreadable(`The file may have ${MAX_EVENTS} events; it has ${events.length}.`);
  const repeating = events.filter((lines) => lines.some(({ text: line }) => /^RRULE[;:]/i.test(line))).length;
  if (repeating > MAX_REPEATING) return unreadable(`At most ${MAX_REPEATING} events may repeat; here ${repeating} do.`);
  const names = new Map<string, string>();
  const skipped: LineProblem[] = [];
  let timed = 0;
  let otherYears = 0;
  for (const event of events.map((lines) => readEvent(lines, years))) {
    if (event.kind === 'skipped') skipped.push(event.problem);
    else if (event.kind === 'timed') timed += 1;
    else if (event.dates.length === 0) otherYears += 1;
    else event.dates.forEach((date) => names.set(date, names.get(date) ?? event.name));
  }
  const days = [...names].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
  return { kind: 'days', days, skipped, timed, otherYears };
}

const unreadable = (message: string): CalendarFileReading => ({ kind: 'unreadable', problem: { line: 0, message } });

type IcsEvent =
  | { readonly kind: 'all-day'; readonly name: string; readonly dates: readonly string[] }
  | { readonly kind: 'timed' }
  | { readonly kind: 'skipped'; readonly problem: LineProblem };

function readEvent(lines: readonly IcsLine[], years: Years): IcsEvent {
  const named = (name: string) => lines.find(({ text }) => new RegExp(`^${name}[;:]`, 'i').test(text));
  const startLine = named('DTSTART');
  const bad = (line: IcsLine | undefined, message: string): IcsEvent => ({
    kind: 'skipped',
    problem: { line: (line ?? lines[0])?.number ?? 0, message },
  });
  if (startLine === undefined) return bad(undefined, 'This event has no DTSTART.');
  if (hasTime(startLine)) return { kind: 'timed' };
  const unusual = named('RECURRENCE-ID') ?? named('RDATE');
  if (unusual !== undefined) return bad(unusual, 'Single dates of a repeated event are not taken. Add them by hand.');
  const status = named('STATUS');
  if (status !== undefined && /:\s*CANCELLED\s*$/i.test(status.text)) return bad(status, 'This event is cancelled.');
  const start = dateIn(startLine);
  if (start === undefined) return bad(startLine, 'This is no date. Write it as DTSTART;VALUE=DATE:20261225.');
  const days = daysOf(start, named('DTEND'), named('DURATION'));
  if (days === undefined) {
    return bad(named('DTEND') ?? named('DURATION'), `A holiday has 1 to ${MAX_DAYS} days.`);
  }
  const rule = named('RRULE');
  const starts = rule === undefined ? [start] : yearly(rule, start, years);
  if (starts === undefined) return bad(rule, 'Only simple yearly repetition is taken, such as RRULE:FREQ=YEARLY.');
  const left = new Set(lines.filter(({ text }) => /^EXDATE[;:]/i.test(text)).flatMap(exceptionsIn));
  const dates = starts
    .filter((one) => !left.has(one))
    .flatMap((one) => Array.from({ length: days }, (_, day) => plusDays(one, day)))
    .filter((date) => date >= `${years.first}-01-01` && date <= `${years.last}-12-31`);
  return { kind: 'all-day', name: nameOf(named('SUMMARY')), dates };
}

const hasTime = ({ text }: IcsLine): boolean => /^\d{8}T\d{6}Z?$/i.test(valueOf(text).trim());

const dateIn = ({ text }: IcsLine): string | undefined => isoDate(valueOf(text).trim());

function isoDate(value: string): string | undefined {
  const date = /^\d{8}$/.test(value) ? `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}` : '';
  return isCalendarDate(date) ? date : undefined;
}

const exceptionsIn = ({ text }: IcsLine): readonly string[] =>
  valueOf(text)
    .split(',')
    .flatMap((value) => isoDate(value.trim().slice(0, 8)) ?? []);

/** DTEND is the day after the last (RFC 5545 section 3.6.1). */
function daysOf(start: string, end: IcsLine | undefined, duration: IcsLine | undefined): number | undefined {
  let days = 1;
  if (end !== undefined) {
    const until = dateIn(end);
    days = until === undefined ? Number.NaN : (Date.parse(until) - Date.parse(start)) / 86_400_000;
    // Some programs write the same day for both, and mean that day.
    if (days === 0) days = 1;
  } else if (duration !== undefined) {
    const [, count = '', unit = ''] = /^P(\d{1,3})([DW])$/i.exec(valueOf(duration.text).trim()) ?? [];
    days = count === '' ? Number.NaN : Number(count) * (unit.toUpperCase() === 'W' ? 7 : 1);
  }
  return days >= 1 && days <= MAX_DAYS ? days : undefined;
}

/**
 * The dates of a yearly rule up to the last year. Only parts that leave ical.js 2.2 a few steps a year: it walks on for
 * ever over a daily rule that no date fulfils, and takes the 30th of February for the 2nd of March.
 */
function yearly(rule: IcsLine, start: string, years: Years): readonly string[] | undefined {
  const value = valueOf(rule.text).trim().toUpperCase();
  const simple =
    /^FREQ=YEARLY(;(INTERVAL=\d{1,2}|COUNT=\d{1,4}|UNTIL=\d{8}(T\d{6}Z?)?|WKST=[A-Z]{2}|BYMONTH=\d{1,2}|BYMONTHDAY=\d{1,2}|BYDAY=-?[1-5](MO|TU|WE|TH|FR|SA|SU)))*$/;
  if (!simple.test(value) || Number(start.slice(0, 4)) < 1900) return undefined;
  const part = (name: string) => new RegExp(`;${name}=(\\d+)`).exec(value)?.[1];
  const [month, dayOfMonth] = [part('BYMONTH'), part('BYMONTHDAY')];
  if (/;BY(DAY|MONTHDAY)=/.test(value) && month === undefined) return undefined;
  try {
    const occurrences = ICAL.Recur.fromString(value).iterator(ICAL.Time.fromDateString(start));
    const found: string[] = [];
    for (let step = 0; step < 500; step += 1) {
      const time = occurrences.next();
      // What it answers when it is at its end is null, though its types do not say so.
      if (occurrences.completed) return found;
      const next = time.toString().slice(0, 10);
      if (next > `${years.last}-12-31`) return found;
      const asRuled =
        (month === undefined || Number(next.slice(5, 7)) === Number(month)) &&
        (dayOfMonth === undefined || Number(next.slice(8)) === Number(dayOfMonth));
      if (asRuled) found.push(next);
    }
    return undefined;
  } catch {
    return undefined;
  }
}

/** The text after the first colon that is not within quotes. */
const valueOf = (text: string): string => /^(?:"[^"]*"|[^":])*:(.*)$/s.exec(text)?.[1] ?? '';

function nameOf(summary: IcsLine | undefined): string {
  const text =
    summary === undefined
      ? ''
      : valueOf(summary.text).replace(/\\([nN]|.)/g, (_, char: string) => (/n/i.test(char) ? ' ' : char));
  const shown = text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  if (!/[^\p{Cf}\s]/u.test(shown)) return 'Day off';
  return shown
    .slice(0, MAX_DAY_NAME)
    .replace(/\p{Cs}$/u, '')
    .trim();
}
