import type { ForgeNode } from './forge-doc';

/** A part that UI Kit hands over under a name, such as the rows of a table; empty where there is none. */
export const partOf = (node: ForgeNode, name: string): readonly ForgeNode[] =>
  node.children.find(({ type, props }) => type === 'ContentWrapper' && props.name === name)?.children ?? [];
