import * as v from 'valibot';
import { readFieldChanges } from '../field-edit';
import { changeIssue } from '../issue-change';
import { browsedIssue, callerId, demand } from '../permissions';
import { known } from '../store';
import { noContent, type Operation, param, readWholeBody } from './operation';

const BodySchema = v.object({ accountId: v.nullish(v.string(), null) });

/** Asks for the project's default assignee, who is nobody on this site. */
const AUTOMATIC = '-1';

export const assignIssue: Operation = {
  operationId: 'assignIssue',
  method: 'PUT',
  path: '/issue/{issueIdOrKey}/assignee',
  handle: (call) => {
    const { jira, store, who } = call;
    const issue = browsedIssue(store, who, param(call, 'issueIdOrKey'));
    demand(store, who, 'ASSIGN_ISSUES', issue, 'You do not have permission to assign issues.');
    const { accountId } = readWholeBody(BodySchema, call);
    const context = { store, baseUrl: jira.baseUrl(), project: known(store.projects, issue.projectId) };
    const assignee = accountId === null || accountId === AUTOMATIC ? null : { accountId };
    const settable = { screen: [], besides: ['assignee'] };
    changeIssue(
      jira,
      issue,
      callerId(who),
      readFieldChanges({ fields: { assignee }, update: {} }, settable, {}, context),
    );
    return noContent();
  },
};
