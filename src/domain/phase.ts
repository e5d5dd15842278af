import type { Change } from './change';
import { approvalsGate, closureGate, reviewsGate } from './gate';
import type { GateFacts } from './slot-standing';
import type { Stage } from './policy';

/** How far a change has come. Breaches are beside it, never a phase. */
export type Phase =
  'identified' | 'awaiting-approvals' | 'in-review' | 'cleared' | 'deploying' | 'deployed' | 'completed' | 'cancelled';

export function phaseOf(change: Change, stage: Stage, facts: GateFacts): Phase {
  switch (stage) {
    case 'cancelled':
      return 'cancelled';
    case 'deploying':
      return 'deploying';
    case 'deployed':
      return 'deployed';
    case 'closed':
      return closureGate(change, facts).kind === 'open' ? 'completed' : 'deployed';
    case 'before-deployment':
      return beforeDeployment(change, facts);
  }
}

function beforeDeployment(change: Change, facts: GateFacts): Phase {
  if (approvalsGate(change, facts).kind === 'open') {
    return reviewsGate(change, facts).kind === 'open' ? 'cleared' : 'in-review';
  }
  const told = change.obligations.some(({ id, doneAt }) => id === 'notification' && doneAt !== null);
  return told ? 'awaiting-approvals' : 'identified';
}
