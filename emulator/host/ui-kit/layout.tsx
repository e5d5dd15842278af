import { Bleed, Inline, Stack } from '@atlaskit/primitives/compiled';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';
import { xcssStyle } from './xcss-style';

const SPACES = [
  'space.0', 'space.025', 'space.050', 'space.075', 'space.100', 'space.150', 'space.200', 'space.250',
  'space.300', 'space.400', 'space.500', 'space.600', 'space.800', 'space.1000',
] as const; // prettier-ignore

const PADDINGS = [
  'padding', 'paddingBlock', 'paddingBlockStart', 'paddingBlockEnd', 'paddingInline', 'paddingInlineStart', 'paddingInlineEnd',
] as const; // prettier-ignore

const BLEEDS = ['space.025', 'space.050', 'space.100', 'space.150', 'space.200'] as const;
const ALIGN_INLINE = ['start', 'center', 'end'] as const;
const SPREAD = ['space-between'] as const;

/** Boxes, rows and columns. */
export const LAYOUT: Renderers = {
  Root: (_node, children) => children(),
  Fragment: (_node, children) => children(),
  Box(node, children) {
    const props = propsOf(node);
    const paddings = PADDINGS.map((name) => [name, props.text(name)] as const).filter(([, value]) => value);
    const backgroundColor = props.text('backgroundColor');
    const style = xcssStyle({
      ...Object.fromEntries(paddings),
      ...(backgroundColor === undefined ? {} : { backgroundColor }),
      ...props.record('xcss'),
    });
    return <div style={style}>{children()}</div>;
  },
  Bleed(node, children) {
    const props = propsOf(node);
    const options = given({
      all: props.oneOf('all', BLEEDS),
      inline: props.oneOf('inline', BLEEDS),
      block: props.oneOf('block', BLEEDS),
    });
    return <Bleed {...options}>{children() ?? ''}</Bleed>;
  },
  Inline(node, children) {
    const props = propsOf(node);
    const options = given({
      space: props.oneOf('space', SPACES),
      rowSpace: props.oneOf('rowSpace', SPACES),
      alignInline: props.oneOf('alignInline', ALIGN_INLINE),
      alignBlock: props.oneOf('alignBlock', ['start', 'center', 'end', 'baseline', 'stretch']),
      spread: props.oneOf('spread', SPREAD),
      grow: props.oneOf('grow', ['hug', 'fill']),
    });
    return (
      <Inline {...options} shouldWrap={props.flag('shouldWrap')}>
        {children()}
      </Inline>
    );
  },
  Stack(node, children) {
    const props = propsOf(node);
    const options = given({
      space: props.oneOf('space', SPACES),
      alignInline: props.oneOf('alignInline', ALIGN_INLINE),
      alignBlock: props.oneOf('alignBlock', ['start', 'center', 'end']),
      spread: props.oneOf('spread', SPREAD),
      grow: props.oneOf('grow', ['hug', 'fill']),
    });
    return <Stack {...options}>{children()}</Stack>;
  },
};
