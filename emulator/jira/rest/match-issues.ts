import * as v from 'valibot';
import { matchIssues as matching } from '../jql/search-issues';
import { JiraError } from './errors';
import { type Call, type Operation, readWholeBody } from './operation';

/** Documented without their number; Jira refuses more than this many of either. */
const MOST_QUERIES = 1000;
const MOST_ISSUES = 1000;

const BodySchema = v.object({ issueIds: v.array(v.pipe(v.number(), v.integer())), jqls: v.array(v.string()) });

export const matchIssues: Operation = {
  operationId: 'matchIssues',
  method: 'POST',
  path: '/jql/match',
  handle: (call) => {
    const { issueIds, jqls } = readWholeBody(BodySchema, call);
    if (jqls.length > MOST_QUERIES || issueIds.length > MOST_ISSUES) {
      throw new JiraError(400, [`At most ${MOST_QUERIES} JQL queries and ${MOST_ISSUES} issue ids can be given.`]);
    }
    const ids = [...new Set(issueIds.map(String))];
    return Response.json({ matches: jqls.map((jql) => matchJson(call, jql, ids)) });
  },
};

/** A query that Jira refuses is told with its own result; the others go on. */
function matchJson(call: Call, jql: string, ids: readonly string[]) {
  try {
    return { matchedIssues: matching(call, jql, ids).map(Number), errors: [] };
  } catch (failure) {
    if (!(failure instanceof JiraError)) throw failure;
    return { matchedIssues: [], errors: failure.errorMessages };
  }
}
