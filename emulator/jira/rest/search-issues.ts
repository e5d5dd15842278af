import * as v from 'valibot';
import { searchIssues } from '../jql/search-issues';
import { JiraError, NotModelled } from './errors';
import { issueJson, type Wanted } from './get-issue';
import { type Call, listed, type Operation, pageOf, readWholeBody } from './operation';

interface Search extends Wanted {
  readonly jql: string;
  readonly maxResults: number;
  readonly nextPageToken: string | undefined;
}

/** Where nothing but ids and keys is asked for, a page may be longer. */
const MOST = 100;
const MOST_KEYS = 5000;
const EXPANDS = ['names', 'schema', 'changelog', 'editmeta', 'transitions'];

function search(call: Call, { jql, maxResults, nextPageToken, ...wanted }: Search): Response {
  const found = searchIssues(call, jql);
  const start = nextPageToken === undefined ? 0 : Number(nextPageToken);
  if (!Number.isSafeInteger(start) || start < 0) throw new JiraError(400, ['The nextPageToken is not valid.']);
  const onlyKeys = wanted.fields.every((id) => id === 'id' || id === 'key');
  const page = found.slice(start, start + Math.min(maxResults, onlyKeys ? MOST_KEYS : MOST));
  const end = start + page.length;
  const isLast = end >= found.length;
  const issues = page.map((issue) => {
    if (wanted.fields.length === 0) return { id: issue.id };
    return issueJson(call, issue, wanted);
  });
  return Response.json({ issues, isLast, ...(isLast ? {} : { nextPageToken: String(end) }) });
}

export const searchByGet: Operation = {
  operationId: 'searchAndReconsileIssuesUsingJql',
  method: 'GET',
  path: '/search/jql',
  query: ['jql', 'nextPageToken', 'maxResults', 'fields', 'properties', 'reconcileIssues'],
  expand: EXPANDS,
  handle: (call) =>
    search(call, {
      jql: call.query.get('jql') ?? '',
      fields: listed(call, 'fields'),
      properties: listed(call, 'properties'),
      expand: listed(call, 'expand'),
      maxResults: pageOf(call, 50, MOST_KEYS).maxResults,
      nextPageToken: call.query.get('nextPageToken') ?? undefined,
    }),
};

const BodySchema = v.object({
  jql: v.optional(v.string(), ''),
  properties: v.optional(v.pipe(v.array(v.string()), v.maxLength(5)), []),
  expand: v.optional(v.string(), ''),
  /** Nothing to reconcile: what is written is found at once. */
  reconcileIssues: v.optional(v.pipe(v.array(v.number()), v.maxLength(50))),
  fields: v.optional(v.array(v.string()), []),
  maxResults: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 50),
  nextPageToken: v.optional(v.string()),
});

export const searchByPost: Operation = {
  operationId: 'searchAndReconsileIssuesUsingJqlPost',
  method: 'POST',
  path: '/search/jql',
  handle: (call) => {
    const body = readWholeBody(BodySchema, call);
    const expand = body.expand.split(',').filter((part) => part !== '');
    const strange = expand.find((part) => !EXPANDS.includes(part));
    if (strange !== undefined) throw new NotModelled(`The embedded Jira does not model expand=${strange} here yet.`);
    return search(call, { ...body, expand, nextPageToken: body.nextPageToken });
  },
};

const CountSchema = v.object({ jql: v.string() });

export const countIssues: Operation = {
  operationId: 'countIssues',
  method: 'POST',
  path: '/search/approximate-count',
  handle: (call) => Response.json({ count: searchIssues(call, readWholeBody(CountSchema, call).jql).length }),
};
