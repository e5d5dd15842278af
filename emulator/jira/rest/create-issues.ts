import * as v from 'valibot';
import { createIssue } from '../issue-create';
import { callerId } from '../permissions';
import { createdJson } from './create-issue';
import { JiraError } from './errors';
import { newIssue, NewIssueSchema } from './new-issue';
import { type Call, type Operation, readWholeBody } from './operation';

const MOST = 50;

const BodySchema = v.object({
  issueUpdates: v.pipe(
    v.array(v.looseObject({ fields: v.optional(v.looseObject({})), update: v.optional(v.looseObject({})) })),
    v.minLength(1),
  ),
});

interface Failure {
  readonly status: number;
  readonly elementErrors: {
    readonly errorMessages: readonly string[];
    readonly errors: Readonly<Record<string, string>>;
    readonly status: number;
  };
  readonly failedElementNumber: number;
}

/** Each issue is created or fails by itself; 400 only if none was created. */
export const createIssues: Operation = {
  operationId: 'createIssues',
  method: 'POST',
  path: '/issue/bulk',
  handle: async (call) => {
    callerId(call.who);
    const { issueUpdates } = readWholeBody(BodySchema, call);
    if (issueUpdates.length > MOST) {
      throw new JiraError(400, [`The maximum number of issues that can be created in one request is ${MOST}.`]);
    }
    const issues: unknown[] = [];
    const errors: Failure[] = [];
    for (const [index, body] of issueUpdates.entries()) {
      try {
        issues.push(await createOne({ ...call, body }));
      } catch (failure) {
        if (!(failure instanceof JiraError)) throw failure;
        errors.push(failed(failure, index));
      }
    }
    return Response.json({ issues, errors }, { status: issues.length === 0 ? 400 : 201 });
  },
};

async function createOne(call: Call): Promise<unknown> {
  return createdJson(call.jira, await createIssue(call.jira, newIssue(call, readWholeBody(NewIssueSchema, call))));
}

const failed = ({ status, errorMessages, errors }: JiraError, index: number): Failure => ({
  status,
  elementErrors: { errorMessages, errors, status },
  failedElementNumber: index,
});
