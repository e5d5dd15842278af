import { commentJson } from '../issue-json';
import { browsedIssue } from '../permissions';
import { JiraError } from './errors';
import { expands, type Operation, pageOf, param } from './operation';

export const getComments: Operation = {
  operationId: 'getComments',
  method: 'GET',
  path: '/issue/{issueIdOrKey}/comment',
  query: ['startAt', 'maxResults', 'orderBy'],
  expand: ['properties'],
  handle: (call) => {
    const issue = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
    const { startAt, maxResults } = pageOf(call, 100, 100);
    const orderBy = call.query.get('orderBy') ?? 'created';
    if (!['created', '+created', '-created'].includes(orderBy)) {
      throw new JiraError(400, [`Comments cannot be ordered by '${orderBy}'.`]);
    }
    const ordered = orderBy === '-created' ? [...issue.comments].reverse() : issue.comments;
    const site = { store: call.store, baseUrl: call.jira.baseUrl() };
    const comments = ordered
      .slice(startAt, startAt + maxResults)
      .map((comment) => commentJson(issue, comment, site, expands(call, 'properties')));
    return Response.json({ startAt, maxResults, total: issue.comments.length, comments });
  },
};
