import { isCalendarDate } from '../calendar/calendar-date';
import { readCalendar } from '../calendar/read-calendar';
import { tooManyDaysOff } from './days-off';
import type { CalendarDraft } from './settings-draft';
import { complain, type Given, inOrder, itemsOf, membersOf, quoted, readText } from './read-value';

export const MAX_ADDED = 500;
const MAX_REMOVED = 500;
export const MAX_DAY_NAME = 60;

/** A country, or a region of one, by the codes of the source of public holidays. */
export type HolidayPlace = NonNullable<CalendarDraft['publicHolidays']>;

/** A day that is taken out and is no public holiday stays: next year it may be one. */
export function readCalendarDraft(calendar: Given, isPlace?: (place: HolidayPlace) => boolean): CalendarDraft {
  const member = membersOf(calendar, ['timeZone', 'workingDays', 'publicHolidays', 'added', 'removed']);
  const publicHolidays = readPlace(member('publicHolidays'), isPlace);
  const added = readAdded(member('added'));
  const removed = readRemoved(member('removed'), new Set(added.map(({ date }) => date)));
  const week = readWeek(member('timeZone'), member('workingDays'));
  return { ...week, publicHolidays, added, removed: publicHolidays === null ? [] : removed };
}

function readWeek(timeZone: Given, workingDays: Given): Pick<CalendarDraft, 'timeZone' | 'workingDays'> {
  const reading = readCalendar({ timeZone: timeZone.value, workingDays: workingDays.value, holidays: [] });
  if (reading.kind === 'calendar') {
    return { timeZone: reading.calendar.timeZone, workingDays: [...reading.calendar.workingDays] };
  }
  for (const { field, message } of reading.problems) complain(field === 'timeZone' ? timeZone : workingDays, message);
  return { timeZone: '', workingDays: [] };
}

/** `publicHolidays` of a calendar draft by itself. */
export function readPlace(place: Given, isPlace?: (place: HolidayPlace) => boolean): HolidayPlace | null {
  if (place.value === null) return null;
  const before = place.problems.length;
  const member = membersOf(place, ['country', 'region']);
  const country = readCode(member('country'), 'Choose a country.');
  const region = member('region').value === null ? null : readCode(member('region'), 'Choose a region or none.');
  if (place.problems.length > before || isPlace === undefined) return { country, region };
  if (!isPlace({ country, region: null })) {
    complain(member('country'), `No public holidays are known for ${quoted(country)}. Choose another country or none.`);
  } else if (region !== null && !isPlace({ country, region })) {
    complain(member('region'), `${quoted(region)} is no region of this country. Choose another or none.`);
  }
  return { country, region };
}

function readCode(code: Given, missing: string): string {
  if (typeof code.value === 'string' && /^[A-Za-z0-9-]{1,10}$/.test(code.value)) return code.value;
  complain(code, missing);
  return '';
}

function readAdded(list: Given): CalendarDraft['added'] {
  const before = list.problems.length;
  const dates = new Set<string>();
  const added = itemsOf(list, { most: MAX_ADDED, what: 'own days off' }).map((item) => {
    const member = membersOf(item, ['date', 'name']);
    const date = readDate(member('date'));
    if (date !== '' && dates.has(date)) complain(member('date'), `${date} is listed twice.`);
    dates.add(date);
    return { date, name: readText(member('name'), { most: MAX_DAY_NAME, missing: 'Give the day a name.' }) };
  });
  const tooMany = list.problems.length === before ? tooManyDaysOff(added) : undefined;
  if (tooMany !== undefined) complain(list, tooMany);
  return added.sort((a, b) => inOrder(a.date, b.date));
}

function readRemoved(list: Given, added: ReadonlySet<string>): string[] {
  const dates = new Set<string>();
  return itemsOf(list, { most: MAX_REMOVED, what: 'dates' })
    .map((item) => {
      const date = readDate(item);
      if (date !== '' && dates.has(date)) complain(item, `${date} is listed twice.`);
      else if (date !== '' && added.has(date))
        complain(item, `${date} is a day off of your own. Take out one of the two.`);
      dates.add(date);
      return date;
    })
    .sort(inOrder);
}

function readDate(date: Given): string {
  const { value } = date;
  if (typeof value === 'string' && isCalendarDate(value)) return value;
  const wrong = typeof value === 'string' && value !== '' ? `${quoted(value)} is no date. ` : '';
  complain(date, `${wrong}Write it as 2026-12-25.`);
  return '';
}
