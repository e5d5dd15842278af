import DateHolidays, { type HolidaysTypes } from 'date-holidays';
import type { Holidays, Place } from '../../application/ports';
import type { Holiday } from '../../domain/calendar/business-calendar';
import { plusDays } from '../../domain/calendar/calendar-date';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PUBLIC: HolidaysTypes.Options = { types: ['public'] };

/** By the package `date-holidays`, whose data are under CC BY-SA 3.0. */
export const publicHolidays: Holidays = { countries, regions, of };

function countries(): readonly Place[] {
  return places(new DateHolidays().getCountries('en'));
}

function regions(country: string): readonly Place[] {
  return isOneOf(countries(), country) ? places(new DateHolidays().getStates(country, 'en')) : [];
}

/** Half days do not count, nor do days on which only banks or schools are closed. */
function of(country: string, region: string | null, years: readonly number[]): readonly Holiday[] | undefined {
  if (!isOneOf(countries(), country)) return undefined;
  if (region !== null && !isOneOf(regions(country), region)) return undefined;
  const source = region === null ? new DateHolidays(country, PUBLIC) : new DateHolidays(country, region, PUBLIC);
  // A feast of several days can begin in the year before.
  const asked = new Set(years.flatMap((year) => [year - 1, year]));
  const names = new Map<string, string>();
  for (const holiday of [...asked].flatMap((year) => source.getHolidays(year, 'en'))) {
    for (const date of datesOf(holiday).filter((one) => years.includes(Number(one.slice(0, 4))))) {
      const name = names.get(date);
      if (name === undefined) names.set(date, holiday.name);
      else if (!name.split(' / ').includes(holiday.name)) names.set(date, `${name} / ${holiday.name}`);
    }
  }
  return [...names].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Feasts that start at sunset are dated by the day after it. A day of the clocks' change has 23 hours and is whole. */
function datesOf({ date, start, end }: { readonly date: string; readonly start: Date; readonly end: Date }): string[] {
  const wholeDays = Math.floor((end.getTime() - start.getTime() + 2 * HOUR_MS) / DAY_MS);
  return Array.from({ length: wholeDays }, (_, day) => plusDays(date.slice(0, 10), day));
}

const isOneOf = (known: readonly Place[], code: string): boolean => known.some((place) => place.code === code);

const places = (names: Readonly<Record<string, string>> | undefined): readonly Place[] =>
  Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
