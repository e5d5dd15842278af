import * as v from 'valibot';
import { PropertiesSchema, propertiesOf } from '../field-edit';
import { addComment as add } from '../issue-comments';
import { commentJson } from '../issue-json';
import { browsedIssue, callerId, demand } from '../permissions';
import { commentBody } from './comments-in-update';
import { expands, type Operation, param, readWholeBody } from './operation';

const BodySchema = v.object({ body: v.unknown(), properties: PropertiesSchema });

export const addComment: Operation = {
  operationId: 'addComment',
  method: 'POST',
  path: '/issue/{issueIdOrKey}/comment',
  expand: ['properties'],
  handle: (call) => {
    const { jira, store, who } = call;
    const issue = browsedIssue(store, who, param(call, 'issueIdOrKey'));
    demand(store, who, 'ADD_COMMENTS', issue, 'You do not have the permission to comment on this issue.');
    const { body, properties } = readWholeBody(BodySchema, call);
    const comment = add(jira, issue, callerId(who), commentBody(body), propertiesOf(properties));
    const site = { store, baseUrl: jira.baseUrl() };
    return Response.json(commentJson(issue, comment, site, expands(call, 'properties')), { status: 201 });
  },
};
