import { checkGate } from '../application/check-gate';
import { readTransitionRequest } from '../application/transition-request';
import type { GateKind } from '../domain/policy';
import { BrokenChain } from '../domain/row';
import { wire } from '../wiring/wire';
import { brokenWords } from './broken-words';
import { withinDeadline } from './deadline';

/** Jira ends a validator after 25 s and does not say how that ends, so it gives its own answer before. */
const OWN_DEADLINE_MS = 20_000;

const COULD_NOT_CHECK =
  'This emergency change could not be checked just now, so it stays where it is and nothing was changed. Try again in a minute. If it goes on, ask a Jira administrator to look at the log of the Emergency Change app.';

export interface ValidatorResult {
  readonly result: boolean;
  readonly errorMessage?: string;
}

interface Context {
  readonly installContext?: unknown;
}

/** A `jira:workflowValidator`: blocks until the gate is open; whatever fails blocks as well, and says so. */
export const gateValidator =
  (gate: GateKind) =>
  async (payload: unknown, context: Context): Promise<ValidatorResult> => {
    try {
      const answer = await withinDeadline(OWN_DEADLINE_MS, (signal) =>
        checkGate(wire(context.installContext), gate, readTransitionRequest(payload), signal),
      );
      return answer.kind === 'open' ? { result: true } : { result: false, errorMessage: answer.message };
    } catch (failure) {
      console.error(`The gate "${gate}" could not be checked.`, failure);
      return { result: false, errorMessage: failure instanceof BrokenChain ? brokenWords(failure) : COULD_NOT_CHECK };
    }
  };
