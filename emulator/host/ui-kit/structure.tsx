import DynamicTable from '@atlaskit/dynamic-table';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ComponentProps } from 'react';
import * as v from 'valibot';
import { partOf } from './content-part';
import { type ForgeNode, wordsOf } from './forge-doc';
import { given, propsOf } from './node-props';
import { nodesInProps } from './nodes-in-props';
import type { Renderer, Renderers } from './render-node';

const CellKeySchema = v.union([v.string(), v.number()]);

type DynamicTableProps = ComponentProps<typeof DynamicTable>;

/** Lists, tables and tabs. */
export const STRUCTURE: Renderers = {
  List(node, children) {
    const List = propsOf(node).text('type') === 'ordered' ? 'ol' : 'ul';
    return <List className="ui-kit-list">{children()}</List>;
  },
  ListItem: (_node, children) => <li>{children()}</li>,
  Tabs(node, children) {
    const props = propsOf(node);
    const onChange = props.action('onChange');
    return (
      <Tabs
        {...given({ defaultSelected: props.number('defaultSelected'), selected: props.number('selected') })}
        id={props.text('id') ?? node.key}
        shouldUnmountTabPanelOnChange={props.flag('shouldUnmountTabPanelOnChange')}
        onChange={(index) => onChange?.(index)}
      >
        {children()}
      </Tabs>
    );
  },
  TabList: (_node, children) => <TabList>{children()}</TabList>,
  Tab: (_node, children) => <Tab>{children()}</Tab>,
  TabPanel: (_node, children) => (
    <TabPanel>
      <div className="ui-kit-tab-panel">{children()}</div>
    </TabPanel>
  ),
  DynamicTable: (node, children) => (
    <div className="ui-kit-table">
      <DynamicTable {...tableProps(node, children)} />
    </div>
  ),
};

function tableProps(node: ForgeNode, children: Parameters<Renderer>[1]): DynamicTableProps {
  const props = propsOf(node);
  const onSetPage = props.action('onSetPage');
  const emptyView = nodesInProps(node.props.emptyView);
  return {
    ...given({
      caption: props.text('caption'),
      label: props.text('label'),
      highlightedRowIndex: props.read(v.union([v.number(), v.array(v.number())]), 'highlightedRowIndex'),
      rowsPerPage: props.number('rowsPerPage'),
      defaultPage: props.number('defaultPage'),
      page: props.number('page'),
      defaultSortKey: props.text('defaultSortKey'),
      defaultSortOrder: props.oneOf('defaultSortOrder', ['ASC', 'DESC']),
      sortKey: props.text('sortKey'),
      sortOrder: props.oneOf('sortOrder', ['ASC', 'DESC']),
      loadingSpinnerSize: props.oneOf('loadingSpinnerSize', ['small', 'large']),
    }),
    isFixedSize: props.flag('isFixedSize'),
    isLoading: props.flag('isLoading'),
    ...(emptyView.length > 0 && { emptyView: <>{children(emptyView)}</> }),
    ...(onSetPage && { onSetPage: (page: number) => onSetPage(page) }),
    head: { cells: partOf(node, 'head').map((cell) => headCell(cell, children)) },
    rows: partOf(node, 'rows').map((row) => ({
      key: propsOf(row).words('rowKey') ?? row.key,
      isHighlighted: propsOf(row).flag('isHighlighted'),
      cells: row.children.map((cell) => ({
        // Rows are sorted by it; an app that gives none has them sorted by what stands in the cell.
        key: propsOf(cell).read(CellKeySchema, 'cellKey') ?? wordsOf(cell),
        content: children(cell.children),
      })),
    })),
  };
}

function headCell(cell: ForgeNode, children: Parameters<Renderer>[1]) {
  const props = propsOf(cell);
  return {
    ...given({ width: props.number('width') }),
    key: props.words('cellKey') ?? cell.key,
    content: children(cell.children),
    isSortable: props.flag('isSortable'),
    shouldTruncate: props.flag('shouldTruncate'),
  };
}
