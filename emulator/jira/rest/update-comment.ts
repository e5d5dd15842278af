import * as v from 'valibot';
import { PropertiesSchema, propertiesOf } from '../field-edit';
import { editComment } from '../issue-comments';
import { commentJson } from '../issue-json';
import { callerId } from '../permissions';
import { commentOfIssue, mayChange } from './comment-of';
import { commentBody } from './comments-in-update';
import { JiraError } from './errors';
import { expands, type Operation, readWholeBody } from './operation';

const BodySchema = v.object({ body: v.optional(v.unknown()), properties: PropertiesSchema });

export const updateComment: Operation = {
  operationId: 'updateComment',
  method: 'PUT',
  path: '/issue/{issueIdOrKey}/comment/{id}',
  query: ['notifyUsers'],
  expand: ['properties'],
  handle: (call) => {
    const { jira, store, who } = call;
    const found = commentOfIssue(call);
    if (!mayChange(call, found, 'EDIT_OWN_COMMENTS', 'EDIT_ALL_COMMENTS')) {
      throw new JiraError(400, ['You do not have the permission to edit this comment.']);
    }
    const asked = readWholeBody(BodySchema, call);
    const edited = editComment(jira, found.issue, found.comment, callerId(who), {
      body: commentBody(asked.body),
      properties: { ...found.comment.properties, ...propertiesOf(asked.properties) },
      quiet: call.query.get('notifyUsers') === 'false',
    });
    const site = { store, baseUrl: jira.baseUrl() };
    return Response.json(commentJson(found.issue, edited, site, expands(call, 'properties')));
  },
};
