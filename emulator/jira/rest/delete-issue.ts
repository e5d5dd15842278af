import { removeIssue } from '../issue-removal';
import { browsedIssue, callerId, demand } from '../permissions';
import { JiraError } from './errors';
import { noContent, type Operation, param } from './operation';

export const deleteIssue: Operation = {
  operationId: 'deleteIssue',
  method: 'DELETE',
  path: '/issue/{issueIdOrKey}',
  query: ['deleteSubtasks'],
  handle: (call) => {
    const { jira, store, who } = call;
    const issue = browsedIssue(store, who, param(call, 'issueIdOrKey'));
    demand(store, who, 'DELETE_ISSUES', issue, 'You do not have permission to delete issues in this project.');
    const subtasks = [...store.issues.values()].filter(({ parentId }) => parentId === issue.id);
    if (subtasks.length > 0 && call.query.get('deleteSubtasks') !== 'true') {
      throw new JiraError(400, [
        `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
      ]);
    }
    for (const gone of [...subtasks, issue]) removeIssue(jira, gone, callerId(who));
    return noContent();
  },
};
