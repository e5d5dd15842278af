import * as v from 'valibot';
import { call } from './call';
import { withFieldViews } from './field-views';
import { IssueSchema, type Issue } from './issue-shape';
import { mapReply, ok, type Reply } from './reply';

/** Without these an issue cannot be shown in a row at all. */
const ALWAYS = ['summary', 'issuetype', 'project', 'status', 'created', 'updated'];

const IssuePageSchema = v.object({
  issues: v.array(IssueSchema),
  nextPageToken: v.nullish(v.string()),
  isLast: v.optional(v.boolean()),
});
export interface IssuePage {
  readonly issues: readonly Issue[];
  readonly nextPageToken?: string | null | undefined;
}

export interface IssueSearch {
  /** JQL; what comes from a person goes through `jqlText`. */
  readonly jql: string;
  /** Ids of the fields that are shown. */
  readonly fields: readonly string[];
  readonly maxResults: number;
  readonly nextPageToken: string | undefined;
}

export async function searchIssues(search: IssueSearch): Promise<Reply<IssuePage>> {
  const { jql, fields, maxResults, nextPageToken } = search;
  const reply = await call(IssuePageSchema, '/rest/api/3/search/jql', {
    method: 'POST',
    body: {
      jql,
      maxResults,
      fields: [...new Set([...ALWAYS, ...fields])],
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    },
  });
  if (reply.kind !== 'ok') return reply;
  return ok({ ...reply.value, issues: await withFieldViews(reply.value.issues) });
}

/** About how many issues the JQL finds. */
export async function countIssues(jql: string): Promise<Reply<number>> {
  const reply = await call(v.object({ count: v.number() }), '/rest/api/3/search/approximate-count', {
    method: 'POST',
    body: { jql },
  });
  return mapReply(reply, ({ count }) => count);
}

/** A text as a JQL string literal. */
export const jqlText = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
