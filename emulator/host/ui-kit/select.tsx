import Select, { type SelectProps } from '@atlaskit/select';
import * as v from 'valibot';
import { MENU_ABOVE_DIALOGS } from '../pages/fields/menu-above-dialogs';
import type { ForgeNode } from './forge-doc';
import { ariaOf, given, propsOf } from './node-props';
import type { Renderers } from './render-node';

const OptionSchema = v.looseObject({ label: v.string(), value: v.unknown(), isDisabled: v.optional(v.boolean()) });
type Option = v.InferOutput<typeof OptionSchema>;

const GroupSchema = v.object({ label: v.string(), options: v.array(OptionSchema) });

const ChosenSchema = v.nullable(v.union([OptionSchema, v.array(OptionSchema)]));

/** A choice from a list. The app gets back the options that it gave, and not an event. */
export const SELECT: Renderers = {
  Select: (node) => <Select<Option, boolean> {...selectProps(node)} />,
};

function selectProps(node: ForgeNode): SelectProps<Option, boolean> {
  const props = propsOf(node);
  const onChange = props.action('onChange');
  const onInputChange = props.action('onInputChange');
  return {
    ...MENU_ABOVE_DIALOGS,
    ...given({
      inputId: props.text('inputId') ?? props.text('id'),
      name: props.text('name'),
      appearance: props.oneOf('appearance', ['default', 'subtle', 'none']),
      spacing: props.oneOf('spacing', ['default', 'compact']),
      placeholder: props.text('placeholder'),
      value: props.read(ChosenSchema, 'value'),
      defaultValue: props.read(ChosenSchema, 'defaultValue'),
      inputValue: props.text('inputValue'),
      openMenuOnFocus: props.maybeFlag('openMenuOnFocus'),
      isSearchable: props.maybeFlag('isSearchable'),
      closeMenuOnSelect: props.maybeFlag('closeMenuOnSelect'),
      menuIsOpen: props.maybeFlag('menuIsOpen'),
    }),
    ...ariaOf(node),
    options: props.list('options', v.union([GroupSchema, OptionSchema])),
    autoFocus: props.flag('autoFocus'),
    isClearable: props.flag('isClearable'),
    isDisabled: props.flag('isDisabled'),
    isInvalid: props.flag('isInvalid'),
    isLoading: props.flag('isLoading'),
    isMulti: props.flag('isMulti'),
    isRequired: props.flag('isRequired'),
    onChange: (chosen) => onChange?.(chosen),
    onBlur: () => props.action('onBlur')?.(),
    onFocus: () => props.action('onFocus')?.(),
    ...(onInputChange && { onInputChange: (typed: string) => onInputChange(typed) }),
  };
}
