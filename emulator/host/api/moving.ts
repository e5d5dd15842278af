import * as v from 'valibot';
import { call } from './call';
import { ok, type Reply } from './reply';

const AcceptedSchema = v.object({ taskId: v.string() });

const ProgressSchema = v.object({
  status: v.string(),
  /** Issue id -> what stood in the way. */
  failedAccessibleIssues: v.optional(v.record(v.string(), v.array(v.string())), {}),
  invalidOrInaccessibleIssueCount: v.optional(v.number(), 0),
});
type Progress = v.InferOutput<typeof ProgressSchema>;

export interface Move {
  readonly issueId: string;
  readonly projectKey: string;
  readonly workTypeId: string;
  /** Where the work type is a subtask. */
  readonly parentKey: string | undefined;
}

const BETWEEN_LOOKS_MS = 400;
const MOST_LOOKS = 75;

/** Moves the issue, or changes its work type, by Jira's bulk move; answers when that is over. */
export async function moveIssue({ issueId, projectKey, workTypeId, parentKey }: Move): Promise<Reply<unknown>> {
  const target = [projectKey, workTypeId, ...(parentKey === undefined ? [] : [parentKey])].join(',');
  const group = {
    issueIdsOrKeys: [issueId],
    inferClassificationDefaults: true,
    inferFieldDefaults: true,
    inferStatusDefaults: true,
    inferSubtaskTypeDefault: true,
  };
  const reply = await call(AcceptedSchema, '/rest/api/3/bulk/issues/move', {
    method: 'POST',
    body: { sendBulkNotification: false, targetToSourcesMapping: { [target]: group } },
  });
  return reply.kind === 'ok' ? followTask(reply.value.taskId) : reply;
}

async function followTask(taskId: string): Promise<Reply<unknown>> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const reply = await call(ProgressSchema, `/rest/api/3/bulk/queue/${encodeURIComponent(taskId)}`);
    if (reply.kind !== 'ok') return reply;
    if (!['ENQUEUED', 'RUNNING'].includes(reply.value.status)) return outcomeOf(reply.value);
    await new Promise((later) => setTimeout(later, BETWEEN_LOOKS_MS));
  }
  return refused(['The move takes longer than expected. Look at the issue again in a moment.']);
}

function outcomeOf({ status, failedAccessibleIssues, invalidOrInaccessibleIssueCount }: Progress): Reply<unknown> {
  const failures = Object.values(failedAccessibleIssues).flat();
  if (failures.length > 0) return refused(failures);
  if (status !== 'COMPLETE') return refused([`The move ended as ${status}.`]);
  return invalidOrInaccessibleIssueCount > 0 ? refused(['The issue could not be moved.']) : ok(undefined);
}

const refused = (messages: readonly string[]): Reply<never> => ({
  kind: 'refused',
  status: 400,
  messages,
  fieldErrors: {},
});
