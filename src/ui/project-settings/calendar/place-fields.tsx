import { Stack } from '@forge/react';
import type { CalendarDraft, HolidaysReply } from '../../../api-settings';
import { OneField } from '../inputs/select-fields';
import type { SettingsForm } from '../settings-form';

interface PlaceFieldsProps {
  readonly form: SettingsForm;
  readonly reply: HolidaysReply | undefined;
}

/** Whose public holidays are days off. */
export function PlaceFields({ form, reply }: PlaceFieldsProps) {
  const { publicHolidays } = form.draft.calendar;
  const put = (field: string, place: CalendarDraft['publicHolidays']) =>
    form.change(field, (draft) => ({ ...draft, calendar: { ...draft.calendar, publicHolidays: place } }));
  const regions = reply?.kind === 'holidays' ? reply.regions : [];
  return (
    <Stack space="space.200">
      <OneField
        form={form}
        field="calendar.publicHolidays.country"
        label="Country of the public holidays"
        choices={form.choices.countries}
        chosen={publicHolidays?.country ?? null}
        none="None: no public holidays"
        onChoose={(country) => put('calendar.publicHolidays', country === null ? null : { country, region: null })}
      />
      {publicHolidays !== null && (publicHolidays.region !== null || regions.length > 0) && (
        <OneField
          form={form}
          field="calendar.publicHolidays.region"
          label="Region"
          choices={regions}
          chosen={publicHolidays.region}
          none="The whole country"
          onChoose={(region) => put('calendar.publicHolidays.region', { ...publicHolidays, region })}
        />
      )}
    </Stack>
  );
}
