import { type Clause, JastBuilder, type JQLParseError, JQLSyntaxError, type OrderByField } from '@atlaskit/jql-ast';
import { JqlProblem } from './problem';

export interface Query {
  readonly where: Clause | undefined;
  readonly orderBy: readonly OrderByField[];
}

/** Parsing takes milliseconds, and the same queries come again and again: pages of one search, lists of a page. */
const parsed = new Map<string, Query>();
const MOST_KEPT = 200;

/** The query as a tree; throws a problem where it is no JQL. */
export function parseQuery(jql: string): Query {
  const kept = parsed.get(jql);
  if (kept !== undefined) return kept;
  const query = parse(jql);
  if (parsed.size >= MOST_KEPT) parsed.clear();
  parsed.set(jql, query);
  return query;
}

function parse(jql: string): Query {
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error !== undefined && jql.trim() !== '') throw new JqlProblem(`Error in the JQL Query: ${wordsOf(error, jql)}`);
  return { where: query?.where ?? undefined, orderBy: query?.orderBy?.fields ?? [] };
}

/** The parser's finding in the words that Jira has for the common ones, with the place. */
function wordsOf(error: JQLParseError, jql: string): string {
  const start = error instanceof JQLSyntaxError ? error.start : 0;
  const lines = jql.slice(0, start).split('\n');
  const place = `(line ${lines.length}, character ${(lines.at(-1)?.length ?? 0) + 1})`;
  const parts = /^(?:mismatched|extraneous) input '(.*?)' expecting (.*)$/s.exec(error.message);
  if (parts === null) return `${error.message}. ${place}`;
  const [, input = '', expected = ''] = parts;
  const got = input === '<EOF>' ? 'before the end of the query.' : `but got '${input}'. ${place}`;
  if (expected.includes("'!='")) {
    return `Expecting operator ${got} The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.`;
  }
  if (expected.includes('<EOF>')) return `Expecting either 'OR' or 'AND' ${got}`;
  if (expected.includes('EMPTY')) return `Expecting either a value, list or function ${got}`;
  return expected === "'('" ? `Expecting '(' ${got}` : `Expecting a field name ${got}`;
}
