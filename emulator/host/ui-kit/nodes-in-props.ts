import * as v from 'valibot';
import type { ForgeNode } from './forge-doc';

const ElementSchema = v.object({
  type: v.string(),
  key: v.nullish(v.string()),
  props: v.record(v.string(), v.unknown()),
});

/**
 * What an app gives as a prop to be drawn, such as the actions of a message: these arrive as React elements, and are
 * nodes after this. Elements of the app's own functions cannot be drawn here, as they are on the other side.
 */
export function nodesInProps(value: unknown, place = 'p'): readonly ForgeNode[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => nodesInProps(one, `${place}.${index}`));
  if (typeof value === 'string' || typeof value === 'number') {
    return [{ type: 'String', key: place, props: { text: String(value) }, children: [] }];
  }
  const element = v.safeParse(ElementSchema, value);
  if (!element.success) return [];
  const { type, key } = element.output;
  const { children, ...props } = element.output.props;
  return [{ type, key: key ?? place, props, children: nodesInProps(children, `${place}.c`) }];
}
