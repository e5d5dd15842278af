import { removeComment } from '../issue-comments';
import { callerId } from '../permissions';
import { commentOfIssue, mayChange } from './comment-of';
import { JiraError } from './errors';
import { noContent, type Operation } from './operation';

export const deleteComment: Operation = {
  operationId: 'deleteComment',
  method: 'DELETE',
  path: '/issue/{issueIdOrKey}/comment/{id}',
  handle: (call) => {
    const found = commentOfIssue(call);
    if (call.who.kind === 'anonymous') throw new JiraError(405, ['You cannot delete comments anonymously.']);
    if (!mayChange(call, found, 'DELETE_OWN_COMMENTS', 'DELETE_ALL_COMMENTS')) {
      throw new JiraError(400, [`You do not have permission to delete comment with id: '${found.comment.id}'`]);
    }
    removeComment(call.jira, found.issue, found.comment, callerId(call.who));
    return noContent();
  },
};
