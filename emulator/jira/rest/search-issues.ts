import * as v from 'valibot';
import { pageToken, readPageToken } from '../jql/page-token';
import { countIssues as countMatching, searchIssues } from '../jql/search-issues';
import type { Issue } from '../model/issue';
import { JiraError, NotModelled } from './errors';
import { issueJson, type Wanted } from './get-issue';
import { type Call, listed, type Operation, pageOf, readWholeBody } from './operation';

interface Search extends Wanted {
  readonly jql: string;
  readonly maxResults: number;
  readonly nextPageToken: string | undefined;
  readonly reconcileIssues: readonly string[];
}

/** Where nothing but ids and keys is asked for, a page may be longer. */
const MOST = 100;
const MOST_KEYS = 5000;
const MOST_PROPERTIES = 5;
const MOST_RECONCILED = 50;
const EXPANDS = ['names', 'schema', 'changelog', 'editmeta', 'transitions'];

function search(call: Call, { jql, maxResults, nextPageToken, reconcileIssues, ...wanted }: Search): Response {
  if (wanted.properties.length > MOST_PROPERTIES) {
    throw new JiraError(400, [`A maximum of ${MOST_PROPERTIES} properties can be requested.`]);
  }
  if (reconcileIssues.length > MOST_RECONCILED) {
    throw new JiraError(400, [`A maximum of ${MOST_RECONCILED} issues can be reconciled.`]);
  }
  const now = call.jira.clock.now();
  const owner = { jql, strict: reconcileIssues, who: call.who };
  const onlyKeys = wanted.fields.every((id) => id === 'id' || id === 'key');
  const found = searchIssues(call, {
    jql,
    count: Math.min(maxResults, onlyKeys ? MOST_KEYS : MOST),
    after: nextPageToken === undefined ? undefined : readPageToken(nextPageToken, owner, now),
    strict: reconcileIssues,
  });
  const issues = found.issues.map((issue) => (isBare(wanted) ? { id: issue.id } : rowJson(call, issue, wanted)));
  return Response.json({
    issues,
    ...descriptions(call, found.issues[0], wanted),
    isLast: found.end === undefined,
    ...(found.end === undefined ? {} : { nextPageToken: pageToken(found.end, owner, now) }),
  });
}

const isBare = ({ fields, properties, expand }: Wanted): boolean =>
  fields.length === 0 && properties.length === 0 && expand.length === 0;

/** What describes fields stands once above the issues, not in each. */
const OF_FIELDS = ['names', 'schema'];

const rowJson = (call: Call, issue: Issue, { fields, properties, expand }: Wanted) =>
  issueJson(call, issue, {
    fields: fields.length === 0 ? ['id'] : fields,
    properties,
    expand: expand.filter((part) => !OF_FIELDS.includes(part)),
  });

function descriptions(call: Call, issue: Issue | undefined, { fields, expand }: Wanted) {
  const asked = expand.filter((part) => OF_FIELDS.includes(part));
  if (issue === undefined || asked.length === 0) return {};
  const { names, schema } = issueJson(call, issue, { fields, properties: [], expand: asked });
  return { ...(names === undefined ? {} : { names }), ...(schema === undefined ? {} : { schema }) };
}

/** As Jira reads a list of ids in a query string. */
function reconciled(call: Call): readonly string[] {
  const ids = listed(call, 'reconcileIssues');
  if (ids.some((id) => !/^\d+$/.test(id))) throw new JiraError(400, ['reconcileIssues takes the ids of issues.']);
  return ids;
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
      reconcileIssues: reconciled(call),
    }),
};

const BodySchema = v.object({
  jql: v.optional(v.string(), ''),
  properties: v.optional(v.array(v.string()), []),
  expand: v.optional(v.string(), ''),
  reconcileIssues: v.optional(v.array(v.pipe(v.number(), v.integer())), []),
  fields: v.optional(v.array(v.string()), []),
  maxResults: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 50),
  nextPageToken: v.optional(v.nullable(v.string())),
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
    return search(call, {
      ...body,
      expand,
      nextPageToken: body.nextPageToken ?? undefined,
      reconcileIssues: body.reconcileIssues.map(String),
    });
  },
};

const CountSchema = v.object({ jql: v.optional(v.string(), '') });

/** An estimate in Jira; here what the search index holds. */
export const countIssues: Operation = {
  operationId: 'countIssues',
  method: 'POST',
  path: '/search/approximate-count',
  handle: (call) => Response.json({ count: countMatching(call, readWholeBody(CountSchema, call).jql) }),
};
