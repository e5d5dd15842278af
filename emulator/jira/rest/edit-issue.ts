import * as v from 'valibot';
import { demandRequired, FieldChangesSchema, PropertiesSchema, propertiesOf, readFieldChanges } from '../field-edit';
import type { FieldContext } from '../fields';
import { addComment, changeIssue } from '../issue-change';
import { browsedIssue, callerId, demand, settableOn } from '../permissions';
import { known } from '../store';
import { commentsIn } from './comments-in-update';
import { issueJson } from './get-issue';
import { noContent, type Operation, param, readWholeBody } from './operation';

const BodySchema = v.object({ ...FieldChangesSchema.entries, properties: PropertiesSchema });

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
    const context: FieldContext = { store, baseUrl: jira.baseUrl(), project };
    const changes = readWholeBody(BodySchema, call);
    const settable = settableOn(screen, project, call);
    const values = readFieldChanges(changes, { screen: settable }, issue.fields, context);
    const comments = commentsIn(changes, issue, call);
    const touched = screen.filter(({ fieldId }) => fieldId in values);
    demandRequired(touched, values, context);
    const caller = callerId(who);
    changeIssue(jira, issue, caller, values);
    issue.properties = { ...issue.properties, ...propertiesOf(changes.properties) };
    for (const comment of comments) addComment(jira, issue, caller, comment);
    if (call.query.get('returnIssue') !== 'true') return noContent();
    return Response.json(issueJson(call, issue, { fields: [], properties: [], expand: [] }));
  },
};
