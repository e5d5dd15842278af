import { Box, Checkbox, ErrorMessage, HelperMessage, Stack, xcss } from '@forge/react';
import type { SettingsForm } from '../settings-form';
import { inputId } from './draft-field';

interface YesFieldProps {
  readonly form: SettingsForm;
  readonly field: string;
  /** What holds while the box is ticked. */
  readonly label: string;
  readonly help: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

const belowLabel = xcss({ paddingInlineStart: 'space.300' });

/** A rule that holds or does not. */
export function YesField({ form, field, label, help, value, onChange }: YesFieldProps) {
  const problem = form.problemOf(field);
  return (
    <Stack space="space.0">
      <Checkbox
        id={inputId(field)}
        label={label}
        isChecked={value}
        onChange={({ target }) => onChange(target.checked === true)}
      />
      <Box xcss={belowLabel}>
        {problem === undefined ? <HelperMessage>{help}</HelperMessage> : <ErrorMessage>{problem}</ErrorMessage>}
      </Box>
    </Stack>
  );
}
