import type { Choice, HolidaysReply, ImportReply, PreviewReply } from '../../api-settings';
import type { Holiday } from '../../domain/calendar/business-calendar';
import { isCalendarDate } from '../../domain/calendar/calendar-date';
import { previewDue } from '../../domain/calendar/due-preview';
import type { Policy } from '../../domain/policy';
import { daysOff, tooManyDaysOff } from '../../domain/settings/days-off';
import { policyOf } from '../../domain/settings/policy-of';
import { type HolidayPlace, MAX_ADDED, readCalendarDraft, readPlace } from '../../domain/settings/read-calendar-draft';
import { complain, type FieldProblem, given, membersOf, readWhole, shown } from '../../domain/settings/read-value';
import type { CalendarDraft, SettingsDraft } from '../../domain/settings/settings-draft';
import type { Clock, Holidays, LineProblem, Place, SettingsPorts } from '../ports';

const YEARS_BEFORE = 1;
const YEARS_AFTER = 5;
const MAX_SKIPPED = 20;
/** Some feasts follow a moon that the source has counted out for these years only. */
const YEARS_KNOWN = { least: 1970, most: 2076 } as const;
const PREVIEW_DAYS = { least: 1, most: 30 } as const;

/** The years whose public holidays are kept with the settings. */
function yearsAround(clock: Clock): { readonly first: number; readonly last: number } {
  const year = clock.now().getUTCFullYear();
  return { first: year - YEARS_BEFORE, last: year + YEARS_AFTER };
}

type HolidayPorts = Pick<SettingsPorts, 'holidays' | 'clock'>;

/** Whether public holidays are known for a place, as `readDraft` asks. */
export const isPlaceOf =
  (holidays: Holidays) =>
  ({ country, region }: HolidayPlace): boolean =>
    holidays.of(country, region, []) !== undefined;

export const countryChoices = (holidays: Holidays): readonly Choice[] => choices(holidays.countries());

const choices = (places: readonly Place[]): readonly Choice[] =>
  places.map(({ code, name }) => ({ value: code, label: name }));

/** Public holidays of the last year, this one and the next five. Throws for a place that `isPlaceOf` denies. */
export function publicHolidaysOf(
  { holidays, clock }: HolidayPorts,
  { publicHolidays: place }: Pick<CalendarDraft, 'publicHolidays'>,
): readonly Holiday[] {
  if (place === null) return [];
  const { first, last } = yearsAround(clock);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const found = holidays.of(place.country, place.region, years);
  if (found === undefined) throw new RangeError(`No public holidays are known for ${place.country}.`);
  return found;
}

type PolicyReply =
  | { readonly kind: 'policy'; readonly policy: Policy }
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] };

/** The policy of a draft that `readDraft` took with `isPlaceOf`, with public holidays as they are known now. */
export function policyToSave(ports: HolidayPorts, draft: SettingsDraft, version: number): PolicyReply {
  const policy = policyOf(draft, version, publicHolidaysOf(ports, draft.calendar));
  const message = tooManyDaysOff(policy.calendar.holidays);
  return message === undefined
    ? { kind: 'policy', policy }
    : { kind: 'problems', problems: [{ field: 'calendar.added', message }] };
}

/**
 * The public holidays of the calendar's place in a year, those that were taken out among them, and the regions of its
 * country. Of the calendar only the place is read, so that a half-written day of one's own does not keep them away.
 */
export function showHolidays({ holidays }: HolidayPorts, request: unknown): HolidaysReply {
  const whole = given(request);
  const member = membersOf(whole, ['calendar', 'year']);
  const year = readWhole(member('year'), YEARS_KNOWN);
  const calendar = membersOf(member('calendar'), ['timeZone', 'workingDays', 'publicHolidays', 'added', 'removed']);
  const place = readPlace(calendar('publicHolidays'), isPlaceOf(holidays));
  if (whole.problems.length > 0) return { kind: 'problems', problems: shown(whole.problems) };
  if (place === null) return { kind: 'holidays', holidays: [], regions: [] };
  return {
    kind: 'holidays',
    holidays: holidays.of(place.country, place.region, [year]) ?? [],
    regions: choices(holidays.regions(place.country)),
  };
}

/** The days off of an ICS file from the last year to five years on. Nothing is saved. */
export function importDays(
  { calendarFiles, clock }: Pick<SettingsPorts, 'calendarFiles' | 'clock'>,
  request: unknown,
): ImportReply {
  const whole = given(request);
  const ics = membersOf(whole, ['ics'])('ics');
  if (typeof ics.value !== 'string') {
    complain(ics, 'Give the text of an ICS file.');
    return { kind: 'problems', problems: shown(whole.problems) };
  }
  const years = yearsAround(clock);
  const reading = calendarFiles.read(ics.value, years);
  if (reading.kind === 'unreadable') complain(ics, atLine(reading.problem));
  else if (reading.days.length > MAX_ADDED) {
    complain(
      ics,
      `The file has ${reading.days.length} days off from ${years.first} to ${years.last}; at most ${MAX_ADDED}.`,
    );
  }
  if (reading.kind === 'unreadable' || whole.problems.length > 0) {
    return { kind: 'problems', problems: shown(whole.problems) };
  }
  const { days, skipped, timed, otherYears } = reading;
  return {
    kind: 'days',
    days,
    skipped: [
      ...skipped.slice(0, MAX_SKIPPED).map(atLine),
      ...(skipped.length > MAX_SKIPPED ? [`${skipped.length - MAX_SKIPPED} more like these.`] : []),
      ...(timed > 0 ? [`${events(timed)} with a time of day.`] : []),
      ...(otherYears > 0 ? [`${events(otherYears)} without a day from ${years.first} to ${years.last}.`] : []),
    ],
  };
}

const atLine = ({ line, message }: LineProblem): string => (line === 0 ? message : `Line ${line}: ${message}`);

const events = (count: number): string => (count === 1 ? '1 event' : `${count} events`);

/** When it is due by a calendar that is not saved yet, with the public holidays that saving it now would keep. */
export function previewDueDate(ports: HolidayPorts, request: unknown): PreviewReply {
  const whole = given(request);
  const member = membersOf(whole, ['calendar', 'deployedOn', 'days']);
  const calendar = readCalendarDraft(member('calendar'), isPlaceOf(ports.holidays));
  const days = readWhole(member('days'), PREVIEW_DAYS);
  const deployedOn = member('deployedOn');
  const { first, last } = yearsAround(ports.clock);
  const [from, to] = [`${first}-01-01`, `${last - 1}-12-31`];
  const date = typeof deployedOn.value === 'string' && isCalendarDate(deployedOn.value) ? deployedOn.value : '';
  if (date < from || date > to) complain(deployedOn, `Give a date from ${from} to ${to}.`);
  if (whole.problems.length > 0) return { kind: 'problems', problems: shown(whole.problems) };
  const { timeZone, workingDays } = calendar;
  const off = daysOff(calendar, publicHolidaysOf(ports, calendar));
  const tooMany = tooManyDaysOff(off);
  if (tooMany !== undefined) return { kind: 'problems', problems: [{ field: 'calendar.added', message: tooMany }] };
  return { kind: 'preview', preview: previewDue({ timeZone, workingDays, holidays: off }, date, days) };
}
