import { demandRequired, FieldChangesSchema, readFieldChanges } from '../field-edit';
import type { FieldContext } from '../fields';
import { changeIssue } from '../issue-change';
import { browsedIssue, callerId, demand, mayOnIssue } from '../permissions';
import { known } from '../store';
import { noContent, type Operation, param, readBody } from './operation';

export const editIssue: Operation = {
  operationId: 'editIssue',
  method: 'PUT',
  path: '/issue/{issueIdOrKey}',
  query: ['notifyUsers', 'returnIssue'],
  handle: (call) => {
    const { jira, store, who } = call;
    const issue = browsedIssue(store, who, param(call, 'issueIdOrKey'));
    demand(store, who, 'EDIT_ISSUES', issue, 'You do not have permission to edit issues in this project.');
    const project = known(store.projects, issue.projectId);
    const screen = project.types[issue.issueTypeId]?.editScreen ?? [];
    const reporter = mayOnIssue(store, who, 'MODIFY_REPORTER', issue);
    const assignee = mayOnIssue(store, who, 'ASSIGN_ISSUES', issue);
    const settable = screen.filter(
      ({ fieldId }) => (fieldId !== 'reporter' || reporter) && (fieldId !== 'assignee' || assignee),
    );
    const context: FieldContext = { store, baseUrl: jira.baseUrl(), project };
    const changes = readBody(FieldChangesSchema, call);
    const values = readFieldChanges(changes, { screen: settable }, issue.fields, context);
    const touched = screen.filter(({ fieldId }) => fieldId in values);
    demandRequired(touched, values, context);
    changeIssue(jira, issue, callerId(who), values);
    return noContent();
  },
};
