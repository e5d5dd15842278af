import { Select } from '@forge/react';
import type { Choice } from '../../../api-settings';
import type { SettingsForm } from '../settings-form';
import { chosenValues, withChosen } from './choice';
import { DraftField, inputId } from './draft-field';

interface SelectFieldProps {
  readonly form: SettingsForm;
  readonly field: string;
  readonly label: string;
  readonly help?: string;
  readonly choices: readonly Choice[];
}

interface OneFieldProps extends SelectFieldProps {
  /** Null: none chosen. */
  readonly chosen: string | null;
  /** What the list says for none; where it is left out, one has to be chosen. */
  readonly none?: string;
  readonly onChoose: (value: string | null) => void;
}

export function OneField({ form, field, label, help, choices, chosen, none, onChoose }: OneFieldProps) {
  const options = withChosen(choices, chosen === null ? [] : [chosen]);
  return (
    <DraftField form={form} field={field} label={label} {...(help !== undefined && { help })}>
      <Select
        inputId={inputId(field)}
        options={options}
        value={options.find(({ value }) => value === chosen) ?? null}
        isInvalid={form.problemOf(field) !== undefined}
        isClearable={none !== undefined}
        placeholder={none ?? 'Choose one'}
        onChange={(picked: unknown) => onChoose(chosenValues(picked)[0] ?? null)}
      />
    </DraftField>
  );
}

interface ManyFieldProps extends SelectFieldProps {
  readonly chosen: readonly string[];
  readonly none: string;
  readonly onChoose: (values: string[]) => void;
}

export function ManyField({ form, field, label, help, choices, chosen, none, onChoose }: ManyFieldProps) {
  const options = withChosen(choices, chosen);
  return (
    <DraftField form={form} field={field} label={label} {...(help !== undefined && { help })}>
      <Select
        inputId={inputId(field)}
        isMulti
        options={options}
        value={options.filter(({ value }) => chosen.includes(value))}
        isInvalid={form.problemOf(field) !== undefined}
        placeholder={none}
        onChange={(picked: unknown) => onChoose(chosenValues(picked))}
      />
    </DraftField>
  );
}
