import { Fragment, type ReactNode } from 'react';
import { BUTTONS } from './buttons';
import { CALENDAR } from './calendar';
import { DATES } from './dates';
import { DIALOGS } from './dialogs';
import { FILES } from './files';
import type { ForgeNode } from './forge-doc';
import { FORMS } from './forms';
import { INLINE_EDIT } from './inline-edit';
import { LABELS } from './labels';
import { LAYOUT } from './layout';
import { MESSAGES } from './messages';
import { NotDrawn } from './not-drawn';
import { PEOPLE } from './people';
import { PICTURES } from './pictures';
import { POPUP } from './popup';
import { RANGE } from './range';
import { SELECT } from './select';
import { STRUCTURE } from './structure';
import { SWITCHES } from './switches';
import { TEXT } from './text';
import { TEXT_INPUTS } from './text-inputs';
import { WAY_ABOUT } from './way-about';
import { WRITINGS } from './writings';

/** Draws one type of node; `children` draws what is below it. */
export type Renderer = (node: ForgeNode, children: (nodes?: readonly ForgeNode[]) => ReactNode) => ReactNode;

export type Renderers = Readonly<Record<string, Renderer>>;

const RENDERERS: Renderers = {
  ...LAYOUT,
  ...TEXT,
  ...BUTTONS,
  ...LABELS,
  ...MESSAGES,
  ...FORMS,
  ...TEXT_INPUTS,
  ...SELECT,
  ...SWITCHES,
  ...DATES,
  ...CALENDAR,
  ...FILES,
  ...WAY_ABOUT,
  ...RANGE,
  ...DIALOGS,
  ...POPUP,
  ...INLINE_EDIT,
  ...STRUCTURE,
  ...PEOPLE,
  ...PICTURES,
  ...WRITINGS,
};

/** Draws a tree with Atlaskit. A component that is not known is shown as a warning that names it. */
export function renderNode(node: ForgeNode): ReactNode {
  const renderer = Object.hasOwn(RENDERERS, node.type) ? RENDERERS[node.type] : undefined;
  const children = (nodes: readonly ForgeNode[] = node.children) =>
    nodes.length === 0 ? undefined : nodes.map((child) => <Fragment key={child.key}>{renderNode(child)}</Fragment>);
  if (renderer === undefined) return <NotDrawn what={`component ${node.type}`}>{children()}</NotDrawn>;
  return renderer(node, children);
}
