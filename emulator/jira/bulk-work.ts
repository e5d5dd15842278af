import * as v from 'valibot';
import type { Principal } from '../seams';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import { mayOnIssue } from './permissions';
import { JiraError } from './rest/errors';
import { issueByIdOrKey } from './store';

/** What a bulk operation did, kept as the result of its task. */
export const BulkOutcomeSchema = v.object({
  total: v.number(),
  /** Ids of issues. */
  processed: v.array(v.string()),
  /** Issue id -> what went wrong. */
  failed: v.record(v.string(), v.array(v.string())),
  /** How many of those asked for do not exist or may not be seen. */
  invisible: v.number(),
});
export type BulkOutcome = v.InferOutput<typeof BulkOutcomeSchema>;

/** Does something to each issue that the person may see, one after the other; each succeeds or fails by itself. */
export async function forEachIssue(
  { store }: Jira,
  who: Principal,
  idsOrKeys: readonly string[],
  act: (issue: Issue) => Promise<void>,
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { total: idsOrKeys.length, processed: [], failed: {}, invisible: 0 };
  for (const idOrKey of idsOrKeys) {
    const issue = issueByIdOrKey(store, idOrKey);
    if (issue === undefined || !mayOnIssue(store, who, 'BROWSE_PROJECTS', issue)) {
      outcome.invisible += 1;
      continue;
    }
    try {
      await act(issue);
      outcome.processed.push(issue.id);
    } catch (failure) {
      if (!(failure instanceof JiraError)) throw failure;
      outcome.failed[issue.id] = [...failure.errorMessages, ...Object.values(failure.errors)];
    }
  }
  return outcome;
}

/** The outcomes of several parts of one operation, as one. */
export const together = (outcomes: readonly BulkOutcome[]): BulkOutcome => ({
  total: outcomes.reduce((sum, { total }) => sum + total, 0),
  processed: outcomes.flatMap(({ processed }) => processed),
  failed: Object.fromEntries(outcomes.flatMap(({ failed }) => Object.entries(failed))),
  invisible: outcomes.reduce((sum, { invisible }) => sum + invisible, 0),
});
