import * as v from 'valibot';
import { adfText, isAdf } from '../adf';
import { addComment as add } from '../issue-change';
import { commentJson } from '../issue-json';
import { browsedIssue, callerId, demand } from '../permissions';
import { fieldError } from './errors';
import { type Operation, param, readBody } from './operation';

const BodySchema = v.looseObject({ body: v.unknown() });

export const addComment: Operation = {
  operationId: 'addComment',
  method: 'POST',
  path: '/issue/{issueIdOrKey}/comment',
  handle: (call) => {
    const { jira, store, who } = call;
    const issue = browsedIssue(store, who, param(call, 'issueIdOrKey'));
    demand(store, who, 'ADD_COMMENTS', issue, 'You do not have the permission to comment on this issue.');
    const { body } = readBody(BodySchema, call);
    if (!isAdf(body)) throw fieldError('comment', 'Comment body is not valid!');
    if (adfText(body).trim() === '') throw fieldError('comment', 'Comment body can not be empty!');
    const comment = add(jira, issue, callerId(who), body);
    return Response.json(commentJson(issue, comment, { store, baseUrl: jira.baseUrl() }), { status: 201 });
  },
};
