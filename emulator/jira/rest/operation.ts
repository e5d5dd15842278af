import * as v from 'valibot';
import type { Principal } from '../../seams';
import type { Jira } from '../jira';
import type { JiraStore } from '../store';
import { JiraError, NotModelled } from './errors';

/** One call of one operation. */
export interface Call {
  readonly jira: Jira;
  readonly store: JiraStore;
  readonly who: Principal;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** For its headers, and for the body of an operation that takes a form. */
  readonly request: Request;
  /** The parsed JSON body; undefined if there is none. */
  readonly body: unknown;
}

/** An operation of Jira's REST API, by the id and path that Atlassian's description gives it. */
export interface Operation {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/rest/api/3`, with `{parameters}` in braces. */
  readonly path: string;
  /** The query parameters that are modelled; a call that gives another one is answered with 501. Default none. */
  readonly query?: readonly string[];
  /** What `expand` may ask for; a call that asks for more is answered with 501. Default nothing. */
  readonly expand?: readonly string[];
  /** Whether the body is `multipart/form-data`, read by the operation itself. Default: it is JSON. */
  readonly takesForm?: boolean;
  readonly handle: (call: Call) => Response | Promise<Response>;
}

const pathOf = ({ path }: v.BaseIssue<unknown>): string | undefined => path?.map(({ key }) => String(key)).join('.');

/** The body, or 400 as Jira answers what it cannot read; 501 for what a strict object of the schema does not name. */
export function readBody<Schema extends v.GenericSchema>(schema: Schema, { body }: Call): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = pathOf(issue);
  const strange = parsed.issues.find(({ type, expected }) => type === 'strict_object' && expected === 'never');
  if (strange !== undefined) {
    throw new NotModelled(`The embedded Jira does not model '${pathOf(strange) ?? ''}' in this body yet.`);
  }
  throw new JiraError(400, [
    `Invalid request payload${path === undefined ? '' : ` at ${path}`}. Refer to the REST API documentation and try again.`,
  ]);
}

/** The same, where a part of the body that the schema does not name would be passed over in silence: 501 then. */
export function readWholeBody<Entries extends v.ObjectEntries>(
  schema: v.ObjectSchema<Entries, undefined>,
  call: Call,
): v.InferOutput<v.ObjectSchema<Entries, undefined>> {
  const strange = Object.keys(v.is(v.looseObject({}), call.body) ? call.body : {}).find(
    (key) => !(key in schema.entries),
  );
  if (strange !== undefined) throw new NotModelled(`The embedded Jira does not model '${strange}' in this body yet.`);
  return readBody(schema, call);
}

export const param = ({ params }: Call, name: string): string => params[name] ?? '';

/** The entries of a parameter that takes several: given again and again, or with commas. */
export const listed = ({ query }: Pick<Call, 'query'>, name: string): readonly string[] =>
  query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const expands = (call: Pick<Call, 'query'>, name: string): boolean => listed(call, 'expand').includes(name);

/** Throws where the call gives a parameter, or asks to expand something, that would be passed over in silence. */
export function demandModelled({ query: modelled = [], expand = [] }: Operation, call: Pick<Call, 'query'>): void {
  const known = new Set([...modelled, ...(expand.length > 0 ? ['expand'] : [])]);
  const strange = [...call.query.keys()].find((name) => !known.has(name));
  if (strange !== undefined)
    throw new NotModelled(`The embedded Jira does not model the parameter '${strange}' here yet.`);
  const wanted = listed(call, 'expand').find((part) => !expand.includes(part));
  if (wanted !== undefined) throw new NotModelled(`The embedded Jira does not model expand=${wanted} here yet.`);
}

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
