import Button from '@atlaskit/button/new';
import * as v from 'valibot';
import { AdfDocument } from '../adf/adf-document';
import { partOf } from './content-part';
import type { ForgeNode } from './forge-doc';
import { propsOf } from './node-props';
import type { Renderers } from './render-node';

const FunctionSchema = v.custom<() => unknown>((value) => typeof value === 'function');
const WordSchema = v.object({ text: v.string(), onClick: v.optional(FunctionSchema) });
type Word = v.InferOutput<typeof WordSchema>;

/** What people wrote: comments and documents. */
export const WRITINGS: Renderers = {
  Comment: (node, children) => (
    <article className="ui-kit-comment">
      {children(partOf(node, 'avatar'))}
      <div>
        <CommentHead node={node} />
        {children(partOf(node, 'content'))}
        <CommentActions node={node} />
        {children(node.children.filter(({ type }) => type !== 'ContentWrapper'))}
      </div>
    </article>
  ),
  AdfRenderer(node) {
    const { documentWithoutMedia, document } = node.props;
    return <AdfDocument document={documentWithoutMedia ?? document} />;
  },
};

function CommentHead({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const edited = props.text('edited');
  return (
    <div className="ui-kit-comment-head">
      <strong>{props.read(WordSchema, 'author')?.text}</strong>
      <span>{props.read(WordSchema, 'time')?.text}</span>
      {edited !== undefined && <span>{edited}</span>}
      {props.flag('isSaving') && <span>{props.text('savingText') ?? 'Sending...'}</span>}
    </div>
  );
}

function CommentActions({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const actions: readonly Word[] = props.list(props.flag('isError') ? 'errorActions' : 'actions', WordSchema);
  if (actions.length === 0) return null;
  return (
    <div className="ui-kit-comment-actions">
      {actions.map(({ text, onClick }) => (
        <Button key={text} appearance="subtle" spacing="compact" onClick={() => void onClick?.()}>
          {text}
        </Button>
      ))}
    </div>
  );
}
