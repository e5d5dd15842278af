import { useState } from 'react';
import { readSiteFields, type SiteField } from '../../api/site-fields';
import { useRemote } from '../remote';
import { FIRST_COLUMNS, keepColumns, keptColumns } from './columns';

/** A field as a column of the list. */
export interface Column {
  readonly id: string;
  readonly name: string;
  /** What ORDER BY calls it; undefined where Jira does not order by it. */
  readonly orderBy: string | undefined;
}

const NAMES: Readonly<Record<string, string>> = {
  issuetype: 'Work type',
  issuekey: 'Key',
  summary: 'Summary',
  status: 'Status',
  reporter: 'Reporter',
  assignee: 'Assignee',
  created: 'Created',
  project: 'Project',
};

/** Fields that no cell can hold, or that Jira does not order by. */
const NO_COLUMN = new Set([
  'description',
  'comment',
  'attachment',
  'issuelinks',
  'subtasks',
  'worklog',
  'thumbnail',
  'watches',
]);
const NO_ORDER = new Set(['parent', 'labels']);

const columnOf = ({ id, name, clauseNames, custom, schema }: SiteField): Column => ({
  id,
  name: NAMES[id] ?? name,
  orderBy: NO_ORDER.has(id) || (custom && schema?.type === 'object') ? undefined : (clauseNames[0] ?? id),
});

export interface Columns {
  readonly offered: readonly Column[];
  readonly chosen: readonly Column[];
  readonly toggle: (columnId: string) => void;
  readonly reset: () => void;
}

/** The columns of the list, as this browser chose them. */
export function useColumns(): Columns {
  const [ids, setIds] = useState(keptColumns);
  const { remote } = useRemote('site-fields', readSiteFields);
  const fields = remote.kind === 'ready' ? remote.value : [];
  const known: readonly Column[] = [
    ...FIRST_COLUMNS.map((id) => ({ id, name: NAMES[id] ?? id, orderBy: id })),
    ...fields
      .filter(({ id }) => !FIRST_COLUMNS.includes(id) && !NO_COLUMN.has(id))
      .map(columnOf)
      .sort((one, other) => one.name.localeCompare(other.name)),
  ];
  const take = (next: readonly string[]) => {
    keepColumns(next);
    setIds(next);
  };
  return {
    offered: known,
    chosen: ids.flatMap((id) => known.filter((column) => column.id === id)),
    toggle(columnId) {
      const next = ids.includes(columnId) ? ids.filter((id) => id !== columnId) : [...ids, columnId];
      if (next.length > 0) take(next);
    },
    reset: () => take(FIRST_COLUMNS),
  };
}
