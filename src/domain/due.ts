import { businessDayBefore, businessDeadline } from './calendar/business-deadline';
import { type Moment, momentOf } from './ids';
import type { Due } from './obligation';
import type { Policy } from './policy';

/** Due at the end of the n-th business day after the day of `from`, in the calendar's zone. */
export function dueAfterBusinessDays(calendar: Policy['calendar'], from: Moment, days: number): Due {
  const { due, countedDays } = businessDeadline(calendar, Date.parse(from), days);
  return {
    due: momentOf(new Date(due)),
    from,
    rule: `${days} business day${days === 1 ? '' : 's'}`,
    countedDays: [...countedDays],
    timeZone: calendar.timeZone,
  };
}

/** When people are reminded of what is due: one business day before. */
export const dayBefore = (calendar: Policy['calendar'], due: Moment): Moment =>
  momentOf(new Date(businessDayBefore(calendar, Date.parse(due))));
