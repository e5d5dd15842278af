import { Fragment, type ReactNode } from 'react';
import { BUTTONS } from './buttons';
import { DIALOGS } from './dialogs';
import type { ForgeNode } from './forge-doc';
import { FORMS } from './forms';
import { INPUTS } from './inputs';
import { LAYOUT } from './layout';
import { MESSAGES } from './messages';
import { PEOPLE } from './people';
import { STRUCTURE } from './structure';
import { TEXT } from './text';

/** Draws one type of node; `children` draws what is below it. */
export type Renderer = (node: ForgeNode, children: (nodes?: readonly ForgeNode[]) => ReactNode) => ReactNode;

export type Renderers = Readonly<Record<string, Renderer>>;

const RENDERERS: Renderers = {
  ...LAYOUT,
  ...TEXT,
  ...BUTTONS,
  ...MESSAGES,
  ...FORMS,
  ...INPUTS,
  ...DIALOGS,
  ...STRUCTURE,
  ...PEOPLE,
};

/** Draws a tree with Atlaskit. A component that is not known is shown as a warning that names it. */
export function renderNode(node: ForgeNode): ReactNode {
  const renderer = Object.hasOwn(RENDERERS, node.type) ? RENDERERS[node.type] : undefined;
  const children = (nodes: readonly ForgeNode[] = node.children) =>
    nodes.length === 0 ? undefined : nodes.map((child) => <Fragment key={child.key}>{renderNode(child)}</Fragment>);
  return renderer === undefined ? <Unknown type={node.type}>{children()}</Unknown> : renderer(node, children);
}

function Unknown({ type, children }: { readonly type: string; readonly children: ReactNode }) {
  return (
    <div data-unknown-component={type} role="note" className="unknown-component">
      {`The embedded Jira does not draw the UI Kit component ${type} yet.`}
      {children}
    </div>
  );
}
