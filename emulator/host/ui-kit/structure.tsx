import DynamicTable from '@atlaskit/dynamic-table';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ForgeNode } from './forge-doc';
import { wordsOf } from './forge-doc';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';

/** A part of a component that comes as a child of its own, such as the rows of a table. */
const part = (node: ForgeNode, name: string): readonly ForgeNode[] =>
  node.children.find(({ type, props }) => type === 'ContentWrapper' && props.name === name)?.children ?? [];

/** Lists, tables and tabs. */
export const STRUCTURE: Renderers = {
  List(node, children) {
    return propsOf(node).text('type') === 'ordered' ? <ol>{children()}</ol> : <ul>{children()}</ul>;
  },
  ListItem: (_node, children) => <li>{children()}</li>,
  Tabs: (node, children) => <Tabs id={propsOf(node).text('id') ?? node.key}>{children()}</Tabs>,
  TabList: (_node, children) => <TabList>{children()}</TabList>,
  Tab: (node) => <Tab>{wordsOf(node)}</Tab>,
  TabPanel: (_node, children) => (
    <TabPanel>
      <div className="ui-kit-tab-panel">{children()}</div>
    </TabPanel>
  ),
  DynamicTable(node, children) {
    const props = propsOf(node);
    const head = part(node, 'head').map((cell) => ({
      key: propsOf(cell).text('cellKey') ?? cell.key,
      content: children(cell.children),
      isSortable: propsOf(cell).flag('isSortable'),
    }));
    const rows = part(node, 'rows').map((row) => ({
      key: propsOf(row).text('rowKey') ?? row.key,
      cells: row.children.map((cell) => ({ key: wordsOf(cell), content: children(cell.children) })),
    }));
    return (
      <DynamicTable
        {...given({ caption: props.text('caption'), rowsPerPage: props.number('rowsPerPage') })}
        head={{ cells: head }}
        rows={rows}
      />
    );
  },
};
