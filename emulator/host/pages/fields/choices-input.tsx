import Select from '@atlaskit/select';
import { type AllowedValue, allowedLabel } from '../../api/field-meta';
import { MENU_ABOVE_DIALOGS } from './menu-above-dialogs';

interface ChoicesInputProps {
  readonly id: string;
  readonly allowed: readonly AllowedValue[];
  readonly chosen: readonly string[];
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Any number of a field's allowed values. */
export function ChoicesInput({ id, allowed, chosen, onChoose, ...input }: ChoicesInputProps) {
  const options = allowed.map((value) => ({ value: value.id, label: allowedLabel(value) }));
  return (
    <Select<(typeof options)[number], true>
      {...MENU_ABOVE_DIALOGS}
      {...input}
      inputId={id}
      isMulti
      options={options}
      value={options.filter(({ value }) => chosen.includes(value))}
      placeholder="Select"
      onChange={(picked) => onChoose(picked.map(({ value }) => value))}
    />
  );
}
