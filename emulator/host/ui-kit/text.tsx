import Heading from '@atlaskit/heading';
import Link from '@atlaskit/link';
import { Text } from '@atlaskit/primitives/compiled';
import { textOf } from './forge-doc';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';
import { xcssStyle } from './xcss-style';

/** Only addresses that a reader may safely follow become links. */
const safeHref = (href: string | undefined): string | undefined =>
  href !== undefined && (/^https?:\/\//i.test(href) || href.startsWith('/')) ? href : undefined;

/** Words, headings and links. */
export const TEXT: Renderers = {
  String: textOf,
  Text(node, children) {
    const props = propsOf(node);
    const color = props.text('color');
    const options = given({
      size: props.oneOf('size', ['small', 'medium', 'large']),
      weight: props.oneOf('weight', ['regular', 'medium', 'semibold', 'bold']),
      align: props.oneOf('align', ['start', 'center', 'end']),
      maxLines: props.number('maxLines'),
      as: props.oneOf('as', ['span', 'p', 'strong', 'em']),
    });
    const words = (
      <Text {...options} color="inherit">
        {children()}
      </Text>
    );
    return (
      <div
        style={
          color === undefined ? { overflowWrap: 'anywhere' } : { overflowWrap: 'anywhere', ...xcssStyle({ color }) }
        }
      >
        {words}
      </div>
    );
  },
  Strong: (_node, children) => <strong>{children()}</strong>,
  Em: (_node, children) => <em>{children()}</em>,
  Strike: (_node, children) => <s>{children()}</s>,
  Code: (_node, children) => <code className="ui-kit-code">{children()}</code>,
  CodeBlock: (node) => <pre className="ui-kit-code">{propsOf(node).text('text')}</pre>,
  Heading(node, children) {
    const props = propsOf(node);
    const size = props.oneOf('size', ['xxlarge', 'xlarge', 'large', 'medium', 'small', 'xsmall', 'xxsmall']);
    const as = props.oneOf('as', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'span']);
    return (
      <Heading size={size ?? 'medium'} {...given({ as })}>
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
