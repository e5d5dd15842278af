import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import type { Issue } from '../../api/issue-shape';
import { IssueCell } from './issue-cell';
import type { JqlOrder } from './jql-order';
import type { Column } from './use-columns';

interface IssueTableProps {
  readonly issues: readonly Issue[];
  readonly columns: readonly Column[];
  readonly order: JqlOrder | undefined;
  readonly onOrder: (order: JqlOrder) => void;
}

/** The list; on a narrow window a row becomes a card. */
export function IssueTable({ issues, columns, order, onOrder }: IssueTableProps) {
  return (
    <div className="issues-scroll">
      <table className="issues" aria-label="Issues">
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              {columns.map(({ id, name }) => (
                <td key={id} className={`cell-${CELL_LOOKS[id] ?? 'other'}`} data-label={name}>
                  <IssueCell issue={issue} columnId={id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CELL_LOOKS: Readonly<Record<string, string>> = {
  issuetype: 'type',
  issuekey: 'key',
  summary: 'summary',
  status: 'status',
  reporter: 'person',
  assignee: 'person',
  created: 'created',
  updated: 'created',
};

const SORTS = { ASC: 'ascending', DESC: 'descending' } as const;

interface HeadCellProps extends Pick<IssueTableProps, 'order' | 'onOrder'> {
  readonly column: Column;
}

/** Pressed, it orders the JQL by its column; pressed again, the other way round. */
function HeadCell({ column: { id, name, orderBy }, order, onOrder }: HeadCellProps) {
  if (orderBy === undefined) return <th scope="col">{name}</th>;
  const names = [orderBy, id, name, ...(id === 'issuekey' ? ['key'] : []), ...(id === 'issuetype' ? ['type'] : [])];
  const isOrdered = order !== undefined && names.some((one) => one.toLowerCase() === order.field.toLowerCase());
  const direction = isOrdered ? order.direction : undefined;
  return (
    <th scope="col" aria-sort={direction === undefined ? undefined : SORTS[direction]}>
      <button
        type="button"
        className="sort-button"
        onClick={() => onOrder({ field: orderBy, direction: direction === 'ASC' ? 'DESC' : 'ASC' })}
      >
        {name}
        {direction === 'ASC' && <ArrowUpIcon label="" size="small" />}
        {direction === 'DESC' && <ArrowDownIcon label="" size="small" />}
      </button>
    </th>
  );
}
