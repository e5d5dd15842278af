import { useState } from 'react';
import type { ForgeNode } from './forge-doc';
import { ariaOf, given, propsOf } from './node-props';
import type { Renderers } from './render-node';

/** A number on a scale. The app gets the number. */
export const RANGE: Renderers = { Range: (node) => <Range node={node} /> };

function Range({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const [own, setOwn] = useState(props.number('defaultValue') ?? 50);
  return (
    <input
      type="range"
      className="ui-kit-range"
      {...given({ id: props.text('id'), name: props.text('name') })}
      {...ariaOf(node)}
      min={props.number('min') ?? 0}
      max={props.number('max') ?? 100}
      step={props.number('step') ?? 0.1}
      value={props.number('value') ?? own}
      disabled={props.flag('isDisabled')}
      onChange={({ currentTarget }) => {
        setOwn(currentTarget.valueAsNumber);
        props.action('onChange')?.(currentTarget.valueAsNumber);
      }}
    />
  );
}
