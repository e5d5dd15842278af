import type { StepState, StepView } from '../api';
import type { Gate } from '../domain/gate';
import type { Stage } from '../domain/policy';

const DEPLOYED: readonly Stage[] = ['deployed', 'closed'];
const DEPLOYING: readonly Stage[] = ['deploying', ...DEPLOYED];

/** The procedure's five steps. Reviews and the post-mortem are not kept by the app yet, and the panel says so. */
export function viewSteps(stage: Stage, gate: Gate, wentThroughGate: boolean): readonly StepView[] {
  return [
    {
      id: 'identify',
      title: 'Identify',
      state: 'done',
      detail: 'The critical issue is declared and has its number in the register.',
    },
    { id: 'approve', title: 'Approve', ...approving(stage, gate, wentThroughGate) },
    {
      id: 'review',
      title: 'Review',
      state: 'not-tracked',
      detail: 'Have the peer and security review done on the pull request. The app does not record them yet.',
    },
    { id: 'deploy', title: 'Deploy', ...deploying(stage, gate) },
    {
      id: 'post-mortem',
      title: 'Post-mortem',
      state: 'not-tracked',
      detail: 'Hold the post-mortem within 3 business days of the deployment. The app does not track it yet.',
    },
  ];
}

interface Standing {
  readonly state: StepState;
  readonly detail: string;
}

function approving(stage: Stage, gate: Gate, wentThroughGate: boolean): Standing {
  if (DEPLOYING.includes(stage) && wentThroughGate) {
    return { state: 'done', detail: 'Both approvals were given when the deployment started.' };
  }
  if (gate.kind === 'open') return { state: 'done', detail: 'Both approvals are given for the change as it is.' };
  if (gate.kind === 'cannot-judge') return { state: 'current', detail: gate.reason };
  const missing = gate.missing.length === 1 ? 'One approval is' : 'Both approvals are';
  if (stage === 'cancelled') return { state: 'waiting', detail: 'The change was cancelled before both had approved.' };
  return { state: 'current', detail: `${missing} still missing.` };
}

function deploying(stage: Stage, gate: Gate): Standing {
  if (DEPLOYED.includes(stage)) return { state: 'done', detail: 'The change is deployed.' };
  if (stage === 'deploying') return { state: 'current', detail: 'The deployment is under way.' };
  if (stage === 'cancelled') return { state: 'waiting', detail: 'The change was cancelled.' };
  return gate.kind === 'open'
    ? { state: 'current', detail: 'Cleared: the deployment may start.' }
    : { state: 'waiting', detail: 'Blocked in Jira until both approvals are given.' };
}
