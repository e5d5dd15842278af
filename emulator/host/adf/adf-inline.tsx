import { Fragment, type ReactNode } from 'react';
import { AccountName } from '../pages/people/account-name';
import { type AdfMark, type AdfNode, numberAttr, textAttr } from './adf-shape';
import { safeLink } from './safe-link';

/** The inline nodes of a paragraph, a heading, ... */
export function AdfInline({ nodes }: { readonly nodes: readonly AdfNode[] | undefined }) {
  return (nodes ?? []).map((node, index) => <Fragment key={index}>{inline(node)}</Fragment>);
}

function inline(node: AdfNode): ReactNode {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce<ReactNode>(marked, node.text ?? '');
    case 'hardBreak':
      return <br />;
    case 'mention':
      return (
        <span className="adf-mention">
          <Mention node={node} />
        </span>
      );
    case 'emoji':
      return textAttr(node, 'text') ?? textAttr(node, 'shortName') ?? '';
    case 'status':
      return <span className="adf-status">{textAttr(node, 'text') ?? ''}</span>;
    case 'date':
      return dateText(node);
    case 'inlineCard':
      return <AdfLink href={textAttr(node, 'url')}>{textAttr(node, 'url') ?? ''}</AdfLink>;
    default:
      return node.text ?? <AdfInline nodes={node.content} />;
  }
}

function marked(inner: ReactNode, mark: AdfMark): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'code':
      return <code>{inner}</code>;
    case 'strike':
      return <s>{inner}</s>;
    case 'underline':
      return <u>{inner}</u>;
    case 'subsup':
      return textAttr(mark, 'type') === 'sup' ? <sup>{inner}</sup> : <sub>{inner}</sub>;
    case 'link':
      return <AdfLink href={textAttr(mark, 'href')}>{inner}</AdfLink>;
    default:
      return inner;
  }
}

function AdfLink({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
  const safe = safeLink(href);
  if (safe === undefined) return children;
  return (
    <a href={safe} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

/** By the name in the document, or by the account where whoever wrote it gave none. */
function Mention({ node }: { readonly node: AdfNode }): ReactNode {
  const text = textAttr(node, 'text') ?? '';
  const id = textAttr(node, 'id');
  if (text !== '') return text.startsWith('@') ? text : `@${text}`;
  return (
    <>
      @<AccountName accountId={id ?? ''} />
    </>
  );
}

/** A date node holds milliseconds since 1970 as text. */
function dateText(node: AdfNode): string {
  const at = new Date(numberAttr(node, 'timestamp') ?? Number(textAttr(node, 'timestamp')));
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}
