import Select from '@atlaskit/select';
import { type AllowedValue, allowedLabel } from '../../api/field-meta';
import { type InPlace, inPlaceProps } from './in-place';
import { MENU_ABOVE_DIALOGS } from './menu-above-dialogs';

interface ChoiceInputProps {
  readonly id: string;
  readonly allowed: readonly AllowedValue[];
  readonly chosen: string | null;
  readonly isClearable: boolean;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  readonly onChoose: (id: string | null) => void;
  readonly inPlace?: InPlace;
}

export function ChoiceInput({ id, allowed, chosen, onChoose, inPlace, ...input }: ChoiceInputProps) {
  const options = allowed.map((value) => ({ value: value.id, label: allowedLabel(value) }));
  return (
    <Select
      {...MENU_ABOVE_DIALOGS}
      inputId={id}
      options={options}
      value={options.find(({ value }) => value === chosen) ?? null}
      isClearable={input.isClearable}
      isInvalid={input.isInvalid}
      isRequired={input.isRequired}
      onChange={(option) => onChoose(option?.value ?? null)}
      placeholder="Select"
      {...inPlaceProps(inPlace)}
    />
  );
}
