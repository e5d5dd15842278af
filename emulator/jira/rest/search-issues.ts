import * as v from 'valibot';
import { searchIssues } from '../jql/search-issues';
import { JiraError } from './errors';
import { issueJson } from './get-issue';
import { type Call, type Operation, readBody } from './operation';

interface Search {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly maxResults: number;
  readonly nextPageToken: string | undefined;
}

const MOST = 100;

function search(call: Call, { jql, fields, maxResults, nextPageToken }: Search): Response {
  const found = searchIssues(call, jql);
  const start = nextPageToken === undefined ? 0 : Number(nextPageToken);
  if (!Number.isSafeInteger(start) || start < 0) throw new JiraError(400, ['The nextPageToken is not valid.']);
  const page = found.slice(start, start + Math.min(maxResults, MOST));
  const end = start + page.length;
  const isLast = end >= found.length;
  const issues = page.map((issue) => {
    const json = issueJson(call, issue, fields.length === 0 ? ['id'] : fields);
    return fields.length === 0 ? { id: json.id } : json;
  });
  return Response.json({ issues, isLast, ...(isLast ? {} : { nextPageToken: String(end) }) });
}

export const searchByGet: Operation = {
  operationId: 'searchAndReconsileIssuesUsingJql',
  method: 'GET',
  path: '/search/jql',
  query: ['jql', 'nextPageToken', 'maxResults', 'fields', 'properties', 'reconcileIssues'],
  expand: ['names', 'schema', 'changelog', 'editmeta', 'transitions'],
  handle: (call) =>
    search(call, {
      jql: call.query.get('jql') ?? '',
      fields: call.query.getAll('fields').flatMap((text) => text.split(',')),
      maxResults: Number(call.query.get('maxResults') ?? 50),
      nextPageToken: call.query.get('nextPageToken') ?? undefined,
    }),
};

const BodySchema = v.looseObject({
  jql: v.optional(v.string(), ''),
  fields: v.optional(v.array(v.string()), []),
  maxResults: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 50),
  nextPageToken: v.optional(v.string()),
});

export const searchByPost: Operation = {
  operationId: 'searchAndReconsileIssuesUsingJqlPost',
  method: 'POST',
  path: '/search/jql',
  handle: (call) => {
    const body = readBody(BodySchema, call);
    return search(call, { ...body, nextPageToken: body.nextPageToken });
  },
};

const CountSchema = v.looseObject({ jql: v.string() });

export const countIssues: Operation = {
  operationId: 'countIssues',
  method: 'POST',
  path: '/search/approximate-count',
  handle: (call) => Response.json({ count: searchIssues(call, readBody(CountSchema, call).jql).length }),
};
