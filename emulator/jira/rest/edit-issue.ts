import * as v from 'valibot';
import { typeConfiguration } from '../configuration';
import {
  demandRequired,
  FieldChangesSchema,
  PropertiesSchema,
  propertiesOf,
  readFieldChanges,
  type Settable,
} from '../field-edit';
import type { FieldContext } from '../fields';
import { changeIssue } from '../issue-change';
import { addComment, demandRoomForComments } from '../issue-comments';
import type { Place } from '../issue-place';
import type { Issue } from '../model/issue';
import { browsedIssue, callerId, demand, mayGlobally, settableOn } from '../permissions';
import { known } from '../store';
import { askBeforeTypeChange } from '../work-type-change';
import { commentsIn } from './comments-in-update';
import { editedPlace } from './edited-place';
import { JiraError } from './errors';
import { issueJson } from './get-issue';
import { type Call, noContent, type Operation, param, readWholeBody } from './operation';

const BodySchema = v.object({ ...FieldChangesSchema.entries, properties: PropertiesSchema });

/** No e-mail is sent of edits here, whatever `notifyUsers` says. */
export const editIssue: Operation = {
  operationId: 'editIssue',
  method: 'PUT',
  path: '/issue/{issueIdOrKey}',
  query: ['notifyUsers', 'returnIssue', 'overrideScreenSecurity'],
  handle: async (call) => {
    const { jira, store, who } = call;
    const issue = browsedIssue(store, who, param(call, 'issueIdOrKey'));
    demand(store, who, 'EDIT_ISSUES', issue, 'You do not have permission to edit issues in this project.');
    const caller = callerId(who);
    const { properties, update, fields: given } = readWholeBody(BodySchema, call);
    const { issuetype, parent, ...fields } = given;
    const place = editedPlace(call, issue, { issuetype, parent });
    const project = known(store.projects, issue.projectId);
    const context: FieldContext = { store, baseUrl: jira.baseUrl(), project };
    const settable = editable(call, issue, place);
    const values = readFieldChanges({ fields, update }, settable, issue.fields, context);
    const comments = commentsIn({ fields, update }, issue, call);
    demandRoomForComments(jira, issue, comments.length);
    demandRequired(
      settable.screen.filter(({ fieldId }) => fieldId in values),
      values,
      context,
    );
    await askBeforeTypeChange(jira, issue, place.issueTypeId, caller);
    changeIssue(jira, issue, caller, values, { place });
    jira.store.issues.change(issue, { properties: { ...issue.properties, ...propertiesOf(properties) } });
    for (const comment of comments) addComment(jira, issue, caller, comment);
    if (call.query.get('returnIssue') !== 'true') return noContent();
    return Response.json(issueJson(call, issue, { fields: [], properties: [], expand: [] }));
  },
};

/** The screen of the work type that the issue will have; every field, for a Jira administrator who overrides it. */
function editable(call: Call, issue: Issue, { issueTypeId }: Place): Settable {
  const { store, who } = call;
  const project = known(store.projects, issue.projectId);
  const screen = settableOn(typeConfiguration(store, project, issueTypeId)?.editScreen ?? [], project, call);
  if (call.query.get('overrideScreenSecurity') !== 'true') return { screen };
  if (!mayGlobally(store, who, 'ADMINISTER')) {
    throw new JiraError(403, ['Only Jira administrators can override the screen security.']);
  }
  return { screen, besides: [...store.fields.keys()] };
}
