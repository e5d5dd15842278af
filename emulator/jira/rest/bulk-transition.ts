import * as v from 'valibot';
import { forEachIssue, together } from '../bulk-work';
import { transitionScreen, workflowOf } from '../configuration';
import { demandRequired } from '../field-edit';
import { changeIssue } from '../issue-change';
import type { Issue } from '../model/issue';
import { targetStatusId, type Transition } from '../model/workflow';
import { browsedIssue, callerId } from '../permissions';
import { known } from '../store';
import { askValidators } from '../transition-validators';
import { valuesByActions } from '../workflow-rules';
import { demandFew, inBulkShape, submitBulk } from './bulk-shape';
import { JiraError } from './errors';
import { availableTransitions } from './get-transitions';
import { type Call, listed, type Operation, readWholeBody } from './operation';

const PATH = '/bulk/issues/transition';

/** By workflow: the transitions that all of its issues can do and that ask for no field. */
export const getAvailableTransitions: Operation = {
  operationId: 'getAvailableTransitions',
  method: 'GET',
  path: PATH,
  query: ['issueIdsOrKeys'],
  handle: inBulkShape((call) => {
    const asked = listed(call, 'issueIdsOrKeys');
    demandFew(asked);
    const issues = asked.map((idOrKey) => browsedIssue(call.store, call.who, idOrKey));
    const workflowIds = new Set(issues.map((issue) => workflowOf(call.store, issue).id));
    const availableTransitions = [...workflowIds].map((id) =>
      ofWorkflow(
        call,
        issues.filter((issue) => workflowOf(call.store, issue).id === id),
      ),
    );
    return Response.json({ availableTransitions });
  }),
};

function ofWorkflow(call: Call, issues: readonly Issue[]) {
  const each = issues.map((issue) => availableTransitions(call, issue));
  const all = [...new Set(each.flat())];
  const common = all.filter(
    (transition) => transition.screenId === undefined && each.every((some) => some.includes(transition)),
  );
  return {
    issues: issues.map(({ key }) => key),
    isTransitionsFiltered: common.length < all.length,
    transitions: common.map((transition) => ({
      transitionId: Number(transition.id),
      transitionName: transition.name,
      to: targetJson(call, transition, issues),
    })),
  };
}

function targetJson({ store }: Call, transition: Transition, issues: readonly Issue[]) {
  const status = known(store.statuses, targetStatusId(transition, issues[0]?.statusId ?? ''));
  return { statusId: Number(status.id), statusName: status.name };
}

const BodySchema = v.object({
  sendBulkNotification: v.nullish(v.boolean()),
  bulkTransitionInputs: v.pipe(
    v.array(v.object({ selectedIssueIdsOrKeys: v.array(v.string()), transitionId: v.string() })),
    v.minLength(1),
  ),
});

/** Whether Jira asks validators here is unknown: `settings.bulkTransitionsAskValidators` decides. */
export const submitBulkTransition: Operation = {
  operationId: 'submitBulkTransition',
  method: 'POST',
  path: PATH,
  handle: inBulkShape((call) => {
    const { bulkTransitionInputs } = readWholeBody(BodySchema, call);
    demandFew(bulkTransitionInputs.flatMap(({ selectedIssueIdsOrKeys }) => selectedIssueIdsOrKeys));
    return submitBulk(call, 'Bulk transition', async () => {
      const outcomes = [];
      for (const { selectedIssueIdsOrKeys, transitionId } of bulkTransitionInputs) {
        outcomes.push(
          await forEachIssue(call.jira, call.who, selectedIssueIdsOrKeys, (issue) =>
            transit(call, issue, transitionId),
          ),
        );
      }
      return together(outcomes);
    });
  }),
};

async function transit(call: Call, issue: Issue, transitionId: string): Promise<void> {
  const { jira, store, who } = call;
  const caller = callerId(who);
  const transition = availableTransitions(call, issue).find(({ id }) => id === transitionId);
  if (transition === undefined) {
    throw new JiraError(400, [`The transition ${transitionId} is not valid for the issue ${issue.key}.`]);
  }
  const project = known(store.projects, issue.projectId);
  demandRequired(transitionScreen(store, issue, transition) ?? [], issue.fields, {
    ...call,
    baseUrl: jira.baseUrl(),
    project,
  });
  if (jira.settings.bulkTransitionsAskValidators) {
    await askValidators({ jira, issue, transition, values: {}, caller });
  }
  const values = valuesByActions(transition, call);
  changeIssue(jira, issue, caller, values, { statusId: targetStatusId(transition, issue.statusId) });
}
