import { type SyntheticEvent, useId, useState } from 'react';
import * as v from 'valibot';
import { appEvent } from './app-event';
import type { ForgeNode } from './forge-doc';
import { ariaOf, given, propsOf } from './node-props';

const OptionSchema = v.object({
  label: v.string(),
  value: v.union([v.string(), v.number()]),
  isDisabled: v.optional(v.boolean(), false),
});

/** One choice out of a few, all of them in sight. */
export function RadioGroup({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const ownName = useId();
  const [own, setOwn] = useState(props.words('defaultValue'));
  const chosen = props.words('value') ?? own;
  return (
    <div role="radiogroup" className="ui-kit-choices" {...ariaOf(node)} aria-required={props.flag('isRequired')}>
      {props.list('options', OptionSchema).map(({ label, value, isDisabled }) => (
        <RadioInput
          key={value}
          label={label}
          name={props.text('name') ?? ownName}
          value={String(value)}
          checked={chosen === String(value)}
          disabled={isDisabled || props.flag('isDisabled')}
          onChange={(event) => {
            setOwn(String(value));
            props.action('onChange')?.(appEvent(event));
          }}
        />
      ))}
    </div>
  );
}

/** A single one, whose group the app makes itself. */
export function Radio({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  return (
    <RadioInput
      {...given({ id: props.text('id'), name: props.text('name'), checked: props.maybeFlag('isChecked') })}
      {...ariaOf(node)}
      label={props.text('label') ?? ''}
      value={props.words('value') ?? ''}
      disabled={props.flag('isDisabled')}
      onChange={(event) => props.action('onChange')?.(appEvent(event))}
    />
  );
}

interface RadioInputProps {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (event: SyntheticEvent<HTMLInputElement>) => void;
  readonly id?: string;
  readonly name?: string;
  readonly checked?: boolean;
}

const RadioInput = ({ label, ...input }: RadioInputProps) => (
  <label className="ui-kit-radio">
    <input type="radio" {...input} />
    {label}
  </label>
);
