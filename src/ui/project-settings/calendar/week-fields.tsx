import { Box, CheckboxGroup, Stack } from '@forge/react';
import { choicesOf } from '../inputs/choice';
import { DraftField } from '../inputs/draft-field';
import { OneField } from '../inputs/select-fields';
import type { SettingsForm } from '../settings-form';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((label, index) => ({
  label,
  value: String(index + 1),
}));

/** The time zone, and the days of the week on which people work. */
export function WeekFields({ form }: { readonly form: SettingsForm }) {
  const { draft, choices, change } = form;
  return (
    <Stack space="space.200">
      <OneField
        form={form}
        field="calendar.timeZone"
        label="Time zone"
        help="A day ends at midnight in this zone."
        choices={choicesOf(choices.timeZones)}
        chosen={draft.calendar.timeZone}
        onChoose={(value) =>
          change('calendar.timeZone', (before) => ({
            ...before,
            calendar: { ...before.calendar, timeZone: value ?? before.calendar.timeZone },
          }))
        }
      />
      <DraftField form={form} field="calendar.workingDays" label="Working days">
        <Box>
          <CheckboxGroup
            name="working-days"
            options={DAYS}
            value={draft.calendar.workingDays.map(String)}
            onChange={(values) =>
              change('calendar.workingDays', (before) => ({
                ...before,
                calendar: { ...before.calendar, workingDays: values.map(Number).sort((a, b) => a - b) },
              }))
            }
          />
        </Box>
      </DraftField>
    </Stack>
  );
}
