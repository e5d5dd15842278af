import * as v from 'valibot';
import { isAdf } from '../adf';
import { type FieldChanges, FieldChangesSchema, demandRequired, readFieldChanges } from '../field-edit';
import { addComment, changeIssue } from '../issue-change';
import { browsedIssue, callerId } from '../permissions';
import { known } from '../store';
import { askValidators } from '../transition-validators';
import { fieldError, JiraError } from './errors';
import { availableTransitions } from './get-transitions';
import { type Call, noContent, type Operation, param, readBody } from './operation';

const BodySchema = v.looseObject({
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
    const body = readBody(BodySchema, call);
    const transition = availableTransitions(call, issue).find(({ id }) => id === body.transition.id);
    if (transition === undefined) {
      throw new JiraError(400, [
        `It seems that you have tried to perform a workflow operation (${body.transition.id}) that is not valid for the current state of this issue (${issue.key}). The likely cause is that somebody has changed the issue recently, please look at the issue history for details.`,
      ]);
    }
    const screen = transition.screen ?? [];
    const context = { store, baseUrl: jira.baseUrl(), project: known(store.projects, issue.projectId) };
    const values = readFieldChanges(body, { screen }, issue.fields, context);
    demandRequired(screen, { ...issue.fields, ...values }, context);
    const comments = commentsIn(body);
    const from = issue.statusId;
    await askValidators({ jira, issue, transition, values, caller });
    demandStill(call, issue.id, from);
    changeIssue(jira, issue, caller, values, transition.to);
    for (const comment of comments) addComment(jira, issue, caller, comment);
    return noContent();
  },
};

const CommentSchema = v.object({ add: v.looseObject({ body: v.unknown() }) });

function commentsIn({ update }: FieldChanges): readonly unknown[] {
  return (update.comment ?? []).map((operation) => {
    const parsed = v.safeParse(CommentSchema, operation);
    if (!parsed.success || !isAdf(parsed.output.add.body)) throw fieldError('comment', 'Comment body is not valid!');
    return parsed.output.add.body;
  });
}

/** While the rules were asked, somebody else may have moved or deleted the issue. */
function demandStill({ store }: Call, issueId: string, statusId: string): void {
  const now = store.issues.get(issueId);
  if (now?.statusId === statusId) return;
  throw new JiraError(409, [
    'The issue was changed by somebody else while the transition was being checked. Look at it again and retry.',
  ]);
}
