import { Checkbox } from '@atlaskit/checkbox';
import { DatePicker } from '@atlaskit/datetime-picker';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import * as v from 'valibot';
import { appEvent } from './app-event';
import type { ForgeNode } from './forge-doc';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';

const OptionSchema = v.object({ label: v.string(), value: v.union([v.string(), v.number()]) });

/** What every field of text has. The browser keeps the typed text; the app is told of it. */
function textFieldProps(node: ForgeNode) {
  const props = propsOf(node);
  const onChange = props.action('onChange');
  const onBlur = props.action('onBlur');
  return {
    ...given({
      id: props.text('id'),
      name: props.text('name'),
      placeholder: props.text('placeholder'),
      value: props.text('value'),
      defaultValue: props.text('defaultValue'),
      maxLength: props.number('maxLength'),
    }),
    isDisabled: props.flag('isDisabled'),
    isInvalid: props.flag('isInvalid'),
    isRequired: props.flag('isRequired'),
    isReadOnly: props.flag('isReadOnly'),
    onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      void onChange?.(appEvent('change', currentTarget)),
    onBlur: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      void onBlur?.(appEvent('blur', currentTarget)),
  };
}

/** Fields to fill in. `useForm` wants an event from text and checkbox, and the bare value from the others. */
export const INPUTS: Renderers = {
  Textfield(node) {
    const type = propsOf(node).oneOf('type', ['text', 'password', 'number', 'email', 'url']) ?? 'text';
    return <Textfield {...textFieldProps(node)} type={type} />;
  },
  TextArea: (node) => <TextArea {...textFieldProps(node)} minimumRows={4} resize="vertical" />,
  Select(node) {
    const props = propsOf(node);
    const options = props.list('options', OptionSchema);
    const onChange = props.action('onChange');
    return (
      <Select
        inputId={props.text('id') ?? ''}
        options={options}
        {...given({ name: props.text('name'), placeholder: props.text('placeholder') })}
        isMulti={props.flag('isMulti')}
        isDisabled={props.flag('isDisabled')}
        isInvalid={props.flag('isInvalid')}
        onChange={(chosen) => void onChange?.(chosen)}
        onBlur={() => void props.action('onBlur')?.()}
      />
    );
  },
  Checkbox(node) {
    const props = propsOf(node);
    return (
      <Checkbox
        label={props.text('label') ?? ''}
        {...given({ name: props.text('name'), value: props.text('value') })}
        defaultChecked={props.flag('defaultChecked')}
        isDisabled={props.flag('isDisabled')}
        onChange={({ target }) => void props.action('onChange')?.(appEvent('change', target))}
      />
    );
  },
  Toggle(node) {
    const props = propsOf(node);
    return (
      <Toggle
        {...given({ id: props.text('id'), name: props.text('name'), label: props.text('label') })}
        defaultChecked={props.flag('defaultChecked')}
        onChange={({ target }) => void props.action('onChange')?.(appEvent('change', target))}
      />
    );
  },
  DatePicker(node) {
    const props = propsOf(node);
    return (
      <DatePicker
        {...given({ id: props.text('id'), name: props.text('name'), defaultValue: props.text('defaultValue') })}
        onChange={(value: string) => void props.action('onChange')?.(value)}
      />
    );
  },
};
