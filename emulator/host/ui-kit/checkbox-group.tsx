import { Checkbox } from '@atlaskit/checkbox';
import { useState } from 'react';
import * as v from 'valibot';
import type { ForgeNode } from './forge-doc';
import { given, propsOf } from './node-props';

const OptionSchema = v.object({
  label: v.string(),
  value: v.string(),
  isDisabled: v.optional(v.boolean(), false),
});

/** Several boxes that are one field: the app gets the values of those that are checked. */
export function CheckboxGroup({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const [own, setOwn] = useState(props.list('defaultValue', v.string()));
  const checked = props.read(v.array(v.string()), 'value') ?? own;
  const options = props.list('options', OptionSchema);

  const toggle = (value: string, isChecked: boolean) => {
    const next = options
      .map((option) => option.value)
      .filter((one) => (one === value ? isChecked : checked.includes(one)));
    setOwn(next);
    props.action('onChange')?.(next);
  };
  return (
    <div role="group" className="ui-kit-choices">
      {options.map(({ label, value, isDisabled }) => (
        <Checkbox
          key={value}
          {...given({ name: props.text('name') })}
          label={label}
          value={value}
          isChecked={checked.includes(value)}
          isDisabled={isDisabled || props.flag('isDisabled')}
          onChange={({ currentTarget }) => toggle(value, currentTarget.checked)}
        />
      ))}
    </div>
  );
}
