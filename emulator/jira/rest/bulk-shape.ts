import type { Principal } from '../../seams';
import type { BulkOutcome } from '../bulk-work';
import { callerId, mayGlobally } from '../permissions';
import { submitTask } from '../tasks';
import { JiraError } from './errors';
import type { Call } from './operation';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-bulk-operations/ */
const MOST_ISSUES = 1000;

/** The bulk operations tell errors as `{errors: [{message}]}`, unlike the rest of the API. */
export const inBulkShape =
  (handle: (call: Call) => Response | Promise<Response>) =>
  async (call: Call): Promise<Response> => {
    try {
      demandBulkChange(call.store, call.who);
      return await handle(call);
    } catch (failure) {
      if (!(failure instanceof JiraError)) throw failure;
      const messages = [...failure.errorMessages, ...Object.values(failure.errors)];
      // None of them describes 404.
      const status = failure.status === 404 ? 400 : failure.status;
      return Response.json({ errors: messages.map((message) => ({ message })) }, { status });
    }
  };

function demandBulkChange(store: Call['store'], who: Principal): void {
  callerId(who);
  if (!mayGlobally(store, who, 'BULK_CHANGE')) {
    throw new JiraError(403, ['You do not have permission to make bulk changes.']);
  }
}

export function demandFew(issueIdsOrKeys: readonly string[]): void {
  if (issueIdsOrKeys.length === 0) throw new JiraError(400, ['No issues are given.']);
  if (issueIdsOrKeys.length <= MOST_ISSUES) return;
  throw new JiraError(400, [`The number of issues must not exceed ${MOST_ISSUES}.`]);
}

/** Begins the work, and answers with the id by which it is followed. */
export async function submitBulk(
  { jira, who }: Call,
  description: string,
  work: () => Promise<BulkOutcome>,
): Promise<Response> {
  const { id } = await submitTask(jira, { submittedBy: callerId(who), description, work });
  return Response.json({ taskId: id }, { status: 201 });
}
