import { Stack } from '@forge/react';
import { useState } from 'react';
import type { CalendarDraft } from '../../../api-settings';
import { Section } from '../section';
import { isSame, type SettingsForm } from '../settings-form';
import { DueQuestion } from './due-question';
import { DaysOff } from './days-off';
import { PlaceFields } from './place-fields';
import { useHolidays } from './use-holidays';
import { WeekFields } from './week-fields';

/** By which days due times are counted. */
export function CalendarPart({ form }: { readonly form: SettingsForm }) {
  const { calendar } = form.draft;
  return (
    <Section
      title="Calendar"
      summary={summaryOf(calendar, form)}
      isChanged={!isSame(calendar, form.saved.calendar)}
      hasProblem={form.problemOf('calendar') !== undefined}
    >
      <CalendarFields form={form} />
    </Section>
  );
}

function CalendarFields({ form }: { readonly form: SettingsForm }) {
  const [year, setYear] = useState(() => new Date().getFullYear());
  const reply = useHolidays(form.draft.calendar, year);
  return (
    <Stack space="space.200">
      <WeekFields form={form} />
      <PlaceFields form={form} reply={reply} />
      <DaysOff form={form} reply={reply} year={year} onYear={setYear} />
      <DueQuestion calendar={form.draft.calendar} daysAtFirst={form.draft.rules.followUpWithinBusinessDays} />
    </Stack>
  );
}

function summaryOf({ timeZone, publicHolidays, added }: CalendarDraft, { choices }: SettingsForm): string {
  const country = choices.countries.find(({ value }) => value === publicHolidays?.country)?.label;
  const holidays = country === undefined ? 'No public holidays are set' : `Public holidays of ${country}`;
  const own = added.length === 0 ? '' : `, ${added.length} of your own`;
  return `Days are counted in ${timeZone}. ${holidays}${own}.`;
}
