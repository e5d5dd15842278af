import type { Moment } from '../ids';
import type { Policy } from '../policy';
import { plusDays } from '../calendar/calendar-date';
import type { Finding } from './finding';

const HALF_A_YEAR_IN_DAYS = 183;

/** Holidays are kept day by day, so a list that is not renewed runs out. A calendar without any says so on purpose. */
export function calendarFindings({ calendar }: Policy, now: Moment): readonly Finding[] {
  const last = calendar.holidays
    .map(({ date }) => date)
    .sort()
    .at(-1);
  if (last === undefined || last >= plusDays(now.slice(0, 10), HALF_A_YEAR_IN_DAYS)) return [];
  return [
    {
      id: 'holidays-run-out',
      severity: 'warning',
      title: `The calendar knows no holidays after ${last}`,
      risk: 'Due times after that day are counted as if nobody had a day off.',
      mend: 'Save the settings again, so that the holidays of the coming years are filled in.',
      stepId: null,
    },
  ];
}
