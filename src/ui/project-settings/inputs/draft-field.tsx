import { Stack, Text } from '@forge/react';
import type { ReactNode } from 'react';
import { Field } from '../../shared/field';
import type { SettingsForm } from '../settings-form';

interface DraftFieldProps {
  readonly form: SettingsForm;
  readonly field: string;
  readonly label: string;
  readonly help?: string;
  readonly isRequired?: boolean;
  readonly children: ReactNode;
}

/** The id of the input of a field. */
export const inputId = (field: string): string => `settings-${field.replaceAll('.', '-')}`;

/** An input of the draft with its label, and below it what is wrong, what to look at, or what helps. */
export function DraftField({ form, field, children, ...words }: DraftFieldProps) {
  const warning = form.warningOf(field);
  return (
    <Stack space="space.050">
      <Field {...words} id={inputId(field)} error={form.problemOf(field)}>
        {children}
      </Field>
      {warning !== undefined && <Text color="color.text.warning">{`Look again: ${warning}`}</Text>}
    </Stack>
  );
}
