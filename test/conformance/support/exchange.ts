import type { Operation } from '../../../emulator/jira/rest/operation';
import { OPERATIONS } from '../../../emulator/jira/rest/operations';

/** One request to Jira's REST API and its answer. */
export interface Exchange {
  readonly method: string;
  /** Below `/rest/api/3`, with the query. */
  readonly path: string;
  /** Parsed JSON, a form, or undefined where there was neither. */
  readonly sent: unknown;
  readonly status: number;
  /** Parsed JSON, the bytes of another type, or undefined where there was neither. */
  readonly answered: unknown;
}

/** Whether the path below `/rest/api/3`, without query, is one of the operation's. */
const isAt = ({ path: template }: Operation, path: string): boolean =>
  new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);

const LITERAL_FIRST = [...OPERATIONS].sort((a, b) => a.path.split('{').length - b.path.split('{').length);

/** The modelled operation that a request is for, if there is one. A path in plain words wins over one with a parameter. */
export function operationOf(method: string, path: string): Operation | undefined {
  const [plain = ''] = path.split('?');
  return LITERAL_FIRST.find((operation) => operation.method === method && isAt(operation, plain));
}
