import * as v from 'valibot';
import { BulkOutcomeSchema } from '../bulk-work';
import { jiraDate } from '../jira-date';
import { mayOnIssue } from '../permissions';
import { inBulkShape } from './bulk-shape';
import { JiraError } from './errors';
import { taskOf } from './get-task';
import { type Call, type Operation } from './operation';

export const getBulkOperationProgress: Operation = {
  operationId: 'getBulkOperationProgress',
  method: 'GET',
  path: '/bulk/queue/{taskId}',
  handle: inBulkShape((call) => {
    const task = bulkTaskOf(call);
    const moment = (milliseconds: number) => jiraDate(new Date(milliseconds));
    return Response.json({
      taskId: task.id,
      status: task.status,
      progressPercent: task.progress,
      submittedBy: { accountId: task.submittedBy },
      created: moment(task.submitted),
      updated: moment(task.lastUpdate),
      ...(task.started !== null && { started: moment(task.started) }),
      ...outcomeJson(call, task.result),
    });
  }),
};

/** This operation answers 400 where the one of other tasks has 403 and 404. */
function bulkTaskOf(call: Call) {
  try {
    return taskOf(call);
  } catch (failure) {
    throw failure instanceof JiraError && failure.status !== 401 ? new JiraError(400, failure.errorMessages) : failure;
  }
}

/** Nothing while the task goes on. */
function outcomeJson({ store, who }: Call, result: unknown) {
  const parsed = v.safeParse(BulkOutcomeSchema, result);
  if (!parsed.success) return {};
  const { total, processed, failed, invisible } = parsed.output;
  const sees = (id: string) => {
    const issue = store.issues.get(id);
    return issue !== undefined && mayOnIssue(store, who, 'BROWSE_PROJECTS', issue);
  };
  return {
    totalIssueCount: total,
    processedAccessibleIssues: processed.filter(sees).map(Number),
    failedAccessibleIssues: Object.fromEntries(Object.entries(failed).filter(([id]) => sees(id))),
    invalidOrInaccessibleIssueCount: invisible,
  };
}
