import { DatePicker, TimePicker } from '@atlaskit/datetime-picker';
import * as v from 'valibot';
import { MENU_ABOVE_DIALOGS } from '../pages/fields/menu-above-dialogs';
import type { ForgeNode } from './forge-doc';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';

/** Days (`YYYY-MM-DD`) and times of day (`HH:mm`). The app gets the text, and not an event. */
export const DATES: Renderers = {
  DatePicker(node) {
    const props = propsOf(node);
    const limits = given({
      minDate: props.text('minDate'),
      maxDate: props.text('maxDate'),
      disabled: props.read(v.array(v.string()), 'disabled'),
      shouldShowCalendarButton: props.maybeFlag('shouldShowCalendarButton'),
      dateFormat: props.text('dateFormat'),
    });
    const weekStartDay = props.read(v.picklist([0, 1, 2, 3, 4, 5, 6]), 'weekStartDay');
    return <DatePicker {...pickerProps(node)} {...limits} {...given({ weekStartDay })} />;
  },
  TimePicker(node) {
    const props = propsOf(node);
    const choice = given({ times: props.read(v.array(v.string()), 'times'), timeFormat: props.text('timeFormat') });
    return <TimePicker {...pickerProps(node)} {...choice} timeIsEditable={props.flag('timeIsEditable')} />;
  },
};

function pickerProps(node: ForgeNode) {
  const props = propsOf(node);
  const onChange = props.action('onChange');
  return {
    ...given({
      id: props.text('id'),
      name: props.text('name'),
      appearance: props.oneOf('appearance', ['default', 'subtle', 'none']),
      spacing: props.oneOf('spacing', ['default', 'compact']),
      value: props.text('value'),
      defaultValue: props.text('defaultValue'),
      placeholder: props.text('placeholder'),
      locale: props.text('locale'),
    }),
    selectProps: MENU_ABOVE_DIALOGS,
    autoFocus: props.flag('autoFocus'),
    isDisabled: props.flag('isDisabled'),
    isInvalid: props.flag('isInvalid'),
    isRequired: props.flag('isRequired'),
    onChange: (value: string) => onChange?.(value),
    onBlur: () => props.action('onBlur')?.(),
    onFocus: () => props.action('onFocus')?.(),
  };
}
