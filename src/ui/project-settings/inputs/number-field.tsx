import { Box, Inline, Text, Textfield, xcss } from '@forge/react';
import type { SettingsForm } from '../settings-form';
import { DraftField, inputId } from './draft-field';

interface NumberFieldProps {
  readonly form: SettingsForm;
  readonly field: string;
  readonly label: string;
  readonly unit: string;
  readonly help: string;
  readonly value: number;
  /** NaN where what stands there is no whole number. */
  readonly onChange: (value: number) => void;
}

const narrow = xcss({ width: '88px' });

/** A whole number with its unit. */
export const NumberField = ({ form, field, label, unit, help, value, onChange }: NumberFieldProps) => (
  <DraftField form={form} field={field} label={label} help={help}>
    <Inline space="space.100" alignBlock="center">
      <Box xcss={narrow}>
        <Textfield
          id={inputId(field)}
          type="number"
          min={1}
          defaultValue={Number.isNaN(value) ? '' : String(value)}
          isInvalid={form.problemOf(field) !== undefined}
          onChange={({ target }) => onChange(wholeNumber(target.value))}
        />
      </Box>
      <Text>{unit}</Text>
    </Inline>
  </DraftField>
);

function wholeNumber(typed: unknown): number {
  const text = typeof typed === 'string' ? typed.trim() : '';
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}
