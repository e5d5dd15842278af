import { Fragment, type ReactNode } from 'react';
import { AdfInline } from './adf-inline';
import { type AdfNode, numberAttr, parseAdf } from './adf-shape';

/**
 * An Atlassian document, drawn by construction: no markup of people ever becomes markup here. Blocks that the viewer
 * does not know are shown as the plain text inside them.
 */
export function AdfDocument({ document }: { readonly document: unknown }) {
  const root = parseAdf(document);
  if (root === undefined) return null;
  return (
    <div className="adf">
      <Blocks nodes={root.content} />
    </div>
  );
}

function Blocks({ nodes }: { readonly nodes: readonly AdfNode[] | undefined }) {
  return (nodes ?? []).map((node, index) => <Fragment key={index}>{block(node)}</Fragment>);
}

function block(node: AdfNode): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <AdfInline nodes={node.content} />
        </p>
      );
    case 'heading':
      return <AdfHeading node={node} />;
    case 'bulletList':
      return <ul>{items(node)}</ul>;
    case 'orderedList':
      return <ol start={numberAttr(node, 'order') ?? 1}>{items(node)}</ol>;
    case 'blockquote':
      return (
        <blockquote>
          <Blocks nodes={node.content} />
        </blockquote>
      );
    case 'panel':
    case 'expand':
      return (
        <div className="adf-panel">
          <Blocks nodes={node.content} />
        </div>
      );
    case 'codeBlock':
      return (
        <pre className="adf-code-block" tabIndex={0}>
          <code>
            <AdfInline nodes={node.content} />
          </code>
        </pre>
      );
    case 'rule':
      return <hr />;
    default:
      return <Unknown node={node} />;
  }
}

const items = (list: AdfNode): ReactNode =>
  (list.content ?? []).map((item, index) => (
    <li key={index}>
      <Blocks nodes={item.content} />
    </li>
  ));

/** Headings of a text start below those of the page around it. */
function AdfHeading({ node }: { readonly node: AdfNode }) {
  const level = Math.min(6, Math.max(1, numberAttr(node, 'level') ?? 1));
  return (
    <p role="heading" aria-level={Math.min(6, level + 2)} className={`adf-heading-${level}`}>
      <AdfInline nodes={node.content} />
    </p>
  );
}

const BLOCK_CHILDREN = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'codeBlock', 'blockquote']);

function Unknown({ node }: { readonly node: AdfNode }) {
  const holdsBlocks = (node.content ?? []).some(({ type }) => BLOCK_CHILDREN.has(type) || type.startsWith('table'));
  if (holdsBlocks) return <Blocks nodes={node.content} />;
  return (
    <p>
      <AdfInline nodes={[node]} />
    </p>
  );
}
