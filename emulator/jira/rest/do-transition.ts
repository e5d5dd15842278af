import * as v from 'valibot';
import { transitionScreen } from '../configuration';
import { demandRequired, FieldChangesSchema, readFieldChanges } from '../field-edit';
import { changeIssue } from '../issue-change';
import { addComment, demandRoomForComments } from '../issue-comments';
import type { Issue } from '../model/issue';
import { targetStatusId } from '../model/workflow';
import { browsedIssue, callerId, settableOn } from '../permissions';
import { known } from '../store';
import { askValidators } from '../transition-validators';
import { commentsIn } from './comments-in-update';
import { valuesByActions } from '../workflow-rules';
import { JiraError } from './errors';
import { availableTransitions } from './get-transitions';
import { type Call, noContent, type Operation, param, readWholeBody } from './operation';

const BodySchema = v.object({
  ...FieldChangesSchema.entries,
  transition: v.looseObject({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) }),
});

export const doTransition: Operation = {
  operationId: 'doTransition',
  method: 'POST',
  path: '/issue/{issueIdOrKey}/transitions',
  handle: async (call) => {
    const { jira, store, who } = call;
    const issue = browsedIssue(store, who, param(call, 'issueIdOrKey'));
    const caller = callerId(who);
    const body = readWholeBody(BodySchema, call);
    const transition = availableTransitions(call, issue).find(({ id }) => id === body.transition.id);
    if (transition === undefined) {
      throw new JiraError(400, [
        `It seems that you have tried to perform a workflow operation (${body.transition.id}) that is not valid for the current state of this issue (${issue.key}). The likely cause is that somebody has changed the issue recently, please look at the issue history for details.`,
      ]);
    }
    const screen = transitionScreen(store, issue, transition) ?? [];
    const context = { store, baseUrl: jira.baseUrl(), project: known(store.projects, issue.projectId) };
    const settable = settableOn(screen, context.project, call);
    const values = readFieldChanges(body, { screen: settable }, issue.fields, context);
    demandRequired(screen, { ...issue.fields, ...values }, context);
    const comments = commentsIn(body, issue, call);
    demandRoomForComments(jira, issue, comments.length);
    const before = { ...issue };
    await askValidators({ jira, issue, transition, values, caller });
    demandStill(call, before);
    const set = { ...values, ...valuesByActions(transition, call) };
    changeIssue(jira, issue, caller, set, { statusId: targetStatusId(transition, issue.statusId) });
    for (const comment of comments) addComment(jira, issue, caller, comment);
    return noContent();
  },
};

/** While the rules were asked, somebody else may have moved or deleted the issue. */
function demandStill({ store }: Call, before: Issue): void {
  const now = store.issues.get(before.id);
  const same = (['statusId', 'projectId', 'issueTypeId'] as const).every((part) => now?.[part] === before[part]);
  if (same) return;
  throw new JiraError(409, [
    'The issue was changed by somebody else while the transition was being checked. Look at it again and retry.',
  ]);
}
