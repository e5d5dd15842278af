import type { Holiday } from '../calendar/business-calendar';
import type { Policy } from '../policy';
import { daysOff } from './days-off';
import type { SettingsDraft } from './settings-draft';

/** The policy that follows from a draft, with the public holidays of its place. */
export function policyOf(draft: SettingsDraft, version: number, publicHolidays: readonly Holiday[]): Policy {
  const { timeZone, workingDays } = draft.calendar;
  return { ...draft, version, calendar: { timeZone, workingDays, holidays: daysOff(draft.calendar, publicHolidays) } };
}

/** The draft from which the policy follows; all its holidays are own days off. */
export function draftOf({ version: _, ...policy }: Policy): SettingsDraft {
  const { timeZone, workingDays, holidays } = policy.calendar;
  return { ...policy, calendar: { timeZone, workingDays, publicHolidays: null, added: holidays, removed: [] } };
}
