import * as v from 'valibot';
import type { Principal } from '../../seams';
import type { Jira } from '../jira';
import type { JiraStore } from '../store';
import { JiraError } from './errors';

/** One call of one operation. */
export interface Call {
  readonly jira: Jira;
  readonly store: JiraStore;
  readonly who: Principal;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined if there is none. */
  readonly body: unknown;
}

/** An operation of Jira's REST API, by the id and path that Atlassian's description gives it. */
export interface Operation {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/rest/api/3`, with `{parameters}` in braces. */
  readonly path: string;
  readonly handle: (call: Call) => Response | Promise<Response>;
}

/** The body, or 400 as Jira answers what it cannot read. */
export function readBody<Schema extends v.GenericSchema>(schema: Schema, { body }: Call): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = issue.path?.map(({ key }) => String(key)).join('.');
  throw new JiraError(400, [
    `Invalid request payload${path === undefined ? '' : ` at ${path}`}. Refer to the REST API documentation and try again.`,
  ]);
}

export const param = ({ params }: Call, name: string): string => params[name] ?? '';

export const expands = ({ query }: Pick<Call, 'query'>, name: string): boolean =>
  query
    .getAll('expand')
    .flatMap((text) => text.split(','))
    .some((part) => part.trim() === name);

/** `startAt` and `maxResults` of a page; 400 unless they are whole and not negative. */
export function pageOf({ query }: Call, defaultSize: number, most: number) {
  const number = (name: string, otherwise: number): number => {
    const text = query.get(name);
    if (text === null) return otherwise;
    if (!/^\d{1,9}$/.test(text)) throw new JiraError(400, [`The parameter '${name}' has to be a whole number.`]);
    return Number(text);
  };
  return { startAt: number('startAt', 0), maxResults: Math.min(number('maxResults', defaultSize), most) };
}

/** One page of `values` in the shape of Jira's paginated beans. */
export function pageBean(values: readonly unknown[], { startAt, maxResults }: ReturnType<typeof pageOf>) {
  const page = values.slice(startAt, startAt + maxResults);
  return { startAt, maxResults, total: values.length, isLast: startAt + page.length >= values.length, values: page };
}

export const noContent = () => new Response(null, { status: 204 });
