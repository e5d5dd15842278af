import * as v from 'valibot';
import type { TransitionAttempt } from './check-gate';

const StatusSchema = v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) });

const ValidatorPayloadSchema = v.pipe(
  v.object({
    issue: v.object({ key: v.string() }),
    transition: v.object({
      from: StatusSchema,
      to: StatusSchema,
      modifiedFields: v.optional(v.nullable(v.record(v.string(), v.unknown())), {}),
    }),
  }),
  v.transform(({ issue, transition }): TransitionAttempt => ({
    issueKey: issue.key,
    fromStatusId: transition.from.id,
    toStatusId: transition.to.id,
    modifiedFields: transition.modifiedFields ?? {},
  })),
);

/** The payload of `jira:workflowValidator`. Throws a ValiError for any other shape, so that the gate stays closed. */
export const readTransitionRequest = (payload: unknown): TransitionAttempt => v.parse(ValidatorPayloadSchema, payload);
