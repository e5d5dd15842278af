import { Checkbox } from '@atlaskit/checkbox';
import Toggle from '@atlaskit/toggle';
import type { SyntheticEvent } from 'react';
import { appEvent } from './app-event';
import { CheckboxGroup } from './checkbox-group';
import type { ForgeNode } from './forge-doc';
import { ariaOf, given, propsOf } from './node-props';
import { Radio, RadioGroup } from './radio';
import type { Renderers } from './render-node';

/** What is on or off. */
export const SWITCHES: Renderers = {
  Checkbox(node) {
    const props = propsOf(node);
    return (
      <Checkbox
        {...switchProps(node)}
        {...ariaOf(node)}
        label={props.text('label') ?? ''}
        isIndeterminate={props.flag('isIndeterminate')}
        isInvalid={props.flag('isInvalid')}
        isRequired={props.flag('isRequired')}
      />
    );
  },
  CheckboxGroup: (node) => <CheckboxGroup node={node} />,
  Toggle(node) {
    const props = propsOf(node);
    const look = given({ size: props.oneOf('size', ['regular', 'large']), label: props.text('label') });
    return <Toggle {...switchProps(node)} {...look} />;
  },
  Radio: (node) => <Radio node={node} />,
  RadioGroup: (node) => <RadioGroup node={node} />,
};

/** An app either holds the state itself (`isChecked`) or leaves it to the input (`defaultChecked`). */
function switchProps(node: ForgeNode) {
  const props = propsOf(node);
  const onChange = props.action('onChange');
  const onBlur = props.action('onBlur');
  const onFocus = props.action('onFocus');
  return {
    ...given({
      id: props.text('id'),
      name: props.text('name'),
      value: props.words('value'),
      isChecked: props.maybeFlag('isChecked'),
      defaultChecked: props.maybeFlag('defaultChecked'),
    }),
    isDisabled: props.flag('isDisabled'),
    onChange: (event: SyntheticEvent<HTMLInputElement>) => onChange?.(appEvent(event)),
    onBlur: (event: SyntheticEvent<HTMLInputElement>) => onBlur?.(appEvent(event)),
    onFocus: (event: SyntheticEvent<HTMLInputElement>) => onFocus?.(appEvent(event)),
  };
}
