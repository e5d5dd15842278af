import { checkApprovalsGate } from '../application/check-approvals-gate';
import { readTransitionRequest } from '../application/transition-request';
import { wire } from '../wiring';
import { withinDeadline } from './deadline';

/** Jira ends a validator after 25 s and does not say how that ends, so it gives its own answer before. */
const OWN_DEADLINE_MS = 20_000;

const COULD_NOT_CHECK =
  'The approvals of this emergency change could not be checked just now, so it stays where it is and nothing was changed. Try again in a minute. If it goes on, ask a Jira administrator to look at the log of the Emergency Change app.';

interface ValidatorResult {
  readonly result: boolean;
  readonly errorMessage?: string;
}

/** `jira:workflowValidator` approvals: blocks until both approvals count; whatever fails blocks as well. */
export async function handler(
  payload: unknown,
  context: { readonly installContext?: unknown },
): Promise<ValidatorResult> {
  try {
    const answer = await withinDeadline(OWN_DEADLINE_MS, (signal) =>
      checkApprovalsGate(wire(context.installContext), readTransitionRequest(payload), signal),
    );
    return answer.kind === 'open' ? { result: true } : { result: false, errorMessage: answer.message };
  } catch (failure) {
    console.error('The approvals could not be checked.', failure);
    return { result: false, errorMessage: COULD_NOT_CHECK };
  }
}
