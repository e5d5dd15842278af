import Heading from '@atlaskit/heading';
import Link from '@atlaskit/link';
import { Text } from '@atlaskit/primitives/compiled';
import type { ReactNode } from 'react';
import { type ForgeNode, textOf } from './forge-doc';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';
import { safeHref } from './safe-href';
import { tokenValue } from './xcss-style';

/** Words, headings and links. */
export const TEXT: Renderers = {
  String: textOf,
  Text: (node, children) => <Words node={node}>{children()}</Words>,
  Strong: (_node, children) => <strong>{children()}</strong>,
  Em: (_node, children) => <em>{children()}</em>,
  Strike: (_node, children) => <s>{children()}</s>,
  Code: (_node, children) => <code className="ui-kit-code">{children()}</code>,
  CodeBlock: (node) => (
    <pre className="ui-kit-code-block" tabIndex={0}>
      {propsOf(node).text('text')}
    </pre>
  ),
  Heading(node, children) {
    const props = propsOf(node);
    const size = props.oneOf('size', ['xxlarge', 'xlarge', 'large', 'medium', 'small', 'xsmall', 'xxsmall']);
    const id = props.text('id');
    const as = props.oneOf('as', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'span']);
    return (
      <Heading size={size ?? 'medium'} {...given({ as, id })}>
        {children()}
      </Heading>
    );
  },
  Link(node, children) {
    const href = safeHref(propsOf(node).text('href'));
    if (href === undefined) return <span>{children()}</span>;
    return propsOf(node).flag('openNewTab') ? (
      <Link href={href} target="_blank" rel="noopener noreferrer">
        {children()}
      </Link>
    ) : (
      <Link href={href}>{children()}</Link>
    );
  },
};

/** A paragraph, or a part of one (`as="strong"`). The colour is any token, which Atlaskit's own Text does not take. */
function Words({ node, children }: { readonly node: ForgeNode; readonly children: ReactNode }) {
  const props = propsOf(node);
  const as = props.oneOf('as', ['span', 'p', 'strong', 'em', 'strike']);
  const color = props.text('color');
  const options = given({
    size: props.oneOf('size', ['small', 'medium', 'large']),
    align: props.oneOf('align', ['start', 'center', 'end']),
    maxLines: props.number('maxLines'),
    as: as === 'strike' ? undefined : as,
  });
  const weight = props.oneOf('weight', ['regular', 'medium', 'semibold', 'bold']);
  // Bundled together, Atlaskit's atomic styles lose their order, and a `font` of one component can take back the weight
  // of another. On an element of its own the weight stays.
  const weighted =
    weight === undefined ? (
      children
    ) : (
      <span style={{ fontWeight: tokenValue(`font.weight.${weight}`) }}>{children}</span>
    );
  const words = (
    <Text {...options} color="inherit">
      {as === 'strike' ? <s>{weighted}</s> : weighted}
    </Text>
  );
  const look = { className: 'ui-kit-text', style: color === undefined ? {} : { color: tokenValue(color) } };
  return as === undefined || as === 'p' ? <div {...look}>{words}</div> : <span {...look}>{words}</span>;
}
