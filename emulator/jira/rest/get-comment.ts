import { commentJson } from '../issue-json';
import { commentOfIssue } from './comment-of';
import { expands, type Operation } from './operation';

export const getComment: Operation = {
  operationId: 'getComment',
  method: 'GET',
  path: '/issue/{issueIdOrKey}/comment/{id}',
  expand: ['properties'],
  handle: (call) => {
    const { issue, comment } = commentOfIssue(call);
    const site = { store: call.store, baseUrl: call.jira.baseUrl() };
    return Response.json(commentJson(issue, comment, site, expands(call, 'properties')));
  },
};
