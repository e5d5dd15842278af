import { setCommentProperties } from '../issue-comments';
import { type CommentOf, mayChange, missingComment, visibleComments } from './comment-of';
import { JiraError } from './errors';
import { type Call, noContent, type Operation, param } from './operation';
import { missingProperty, propertyKeys, withoutProperty, withProperty } from './property-value';

const PATH = '/comment/{commentId}/properties';

function commentOf(call: Call): CommentOf {
  const id = param(call, 'commentId');
  const [found] = visibleComments(call, [id]);
  if (found === undefined) throw missingComment(id);
  return found;
}

function editable(call: Call): CommentOf {
  const found = commentOf(call);
  if (!mayChange(call, found, 'EDIT_OWN_COMMENTS', 'EDIT_ALL_COMMENTS')) {
    throw new JiraError(403, ['You do not have the permission to edit this comment.']);
  }
  return found;
}

export const getCommentPropertyKeys: Operation = {
  operationId: 'getCommentPropertyKeys',
  method: 'GET',
  path: PATH,
  handle: (call) => {
    const { comment } = commentOf(call);
    const self = `${call.jira.baseUrl()}/rest/api/3/comment/${comment.id}/properties`;
    return Response.json(propertyKeys(comment.properties, self));
  },
};

export const getCommentProperty: Operation = {
  operationId: 'getCommentProperty',
  method: 'GET',
  path: `${PATH}/{propertyKey}`,
  handle: (call) => {
    const { properties } = commentOf(call).comment;
    const key = param(call, 'propertyKey');
    if (!Object.hasOwn(properties, key)) throw missingProperty(key);
    return Response.json({ key, value: properties[key] });
  },
};

export const setCommentProperty: Operation = {
  operationId: 'setCommentProperty',
  method: 'PUT',
  path: `${PATH}/{propertyKey}`,
  handle: (call) => {
    const { issue, comment } = editable(call);
    const { properties, response } = withProperty(comment.properties, param(call, 'propertyKey'), call);
    setCommentProperties(call.store, issue, { ...comment, properties });
    return response;
  },
};

export const deleteCommentProperty: Operation = {
  operationId: 'deleteCommentProperty',
  method: 'DELETE',
  path: `${PATH}/{propertyKey}`,
  handle: (call) => {
    const { issue, comment } = editable(call);
    const properties = withoutProperty(comment.properties, param(call, 'propertyKey'));
    setCommentProperties(call.store, issue, { ...comment, properties });
    return noContent();
  },
};
