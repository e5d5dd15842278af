import * as v from 'valibot';
import { addComment as add } from '../issue-change';
import { commentJson } from '../issue-json';
import { browsedIssue, callerId, demand } from '../permissions';
import { commentBody } from './comments-in-update';
import { type Operation, param, readWholeBody } from './operation';

const BodySchema = v.object({ body: v.unknown() });

export const addComment: Operation = {
  operationId: 'addComment',
  method: 'POST',
  path: '/issue/{issueIdOrKey}/comment',
  handle: (call) => {
    const { jira, store, who } = call;
    const issue = browsedIssue(store, who, param(call, 'issueIdOrKey'));
    demand(store, who, 'ADD_COMMENTS', issue, 'You do not have the permission to comment on this issue.');
    const { body } = readWholeBody(BodySchema, call);
    const comment = add(jira, issue, callerId(who), commentBody(body));
    return Response.json(commentJson(issue, comment, { store, baseUrl: jira.baseUrl() }), { status: 201 });
  },
};
