import type { StepState, StepView } from '../api';
import { firstEntry } from '../domain/change';
import { approvalsGate, type Gate, reviewsGate } from '../domain/gate';
import { isLate, isOpen } from '../domain/obligation';
import type { Verdict } from '../domain/record-shapes';
import { viewCalled } from './view-called';
import type { Scene } from './view-scene';

interface Standing {
  readonly state: StepState;
  readonly detail: string;
}

/** The procedure's five steps, and where each of them stands. */
export const viewSteps = (scene: Scene): readonly StepView[] => [
  { id: 'identify', title: 'Identify and notify', ...identifying(scene) },
  { id: 'approve', title: 'Approve', ...approving(scene) },
  { id: 'review', title: 'Review', ...reviewing(scene) },
  { id: 'deploy', title: 'Deploy', ...deploying(scene) },
  { id: 'post-mortem', title: 'Post-mortem and catching up', ...followingUp(scene) },
];

function identifying({ change, facts }: Scene): Standing {
  const called = viewCalled(change);
  if (called.some(({ state }) => state === 'failed')) {
    return { state: 'problem', detail: 'A group could not be told. Call somebody of it yourself; it is tried again.' };
  }
  if (
    called.some(({ slot, state }) => slot !== 'escalation' && state === 'sending') &&
    facts.stage === 'before-deployment'
  ) {
    return { state: 'current', detail: 'Both groups are being told.' };
  }
  const escalated = called.some(({ slot, state }) => slot === 'escalation' && state === 'sent');
  const told = escalated ? 'Both groups were told, and it was escalated.' : 'Both groups were told.';
  const answered = new Set(change.acknowledged.map(({ by }) => by)).size;
  const someone = answered === 1 ? 'One person is on it.' : `${answered} people are on it.`;
  return { state: 'done', detail: `${told}${answered === 0 ? '' : ` ${someone}`}` };
}

function approving({ change, facts, held }: Scene): Standing {
  const gate = approvalsGate(change, held);
  const passed = firstEntry(change)?.verdict;
  if (passed !== undefined && facts.stage !== 'before-deployment') return approvedAtEntry(passed);
  return gateStanding(gate, facts.stage === 'cancelled', {
    open: 'Both approvals are given for the change as it is.',
    one: 'One approval is still missing.',
    more: 'Both approvals are still missing.',
  });
}

function approvedAtEntry({ verdict }: Verdict): Standing {
  return verdict === 'bypass' || verdict === 'unproven'
    ? { state: 'problem', detail: 'The change went into deployment without all approvals and reviews on record.' }
    : { state: 'done', detail: 'Both approvals were given when the deployment started.' };
}

function reviewing({ change, facts, held }: Scene): Standing {
  const passed = firstEntry(change)?.verdict;
  const clean = passed?.verdict === 'clean' || passed?.verdict === 'satisfied-ungated';
  if (clean && facts.stage !== 'before-deployment') {
    return { state: 'done', detail: 'Both reviews had passed when the deployment started.' };
  }
  return gateStanding(reviewsGate(change, held), facts.stage === 'cancelled', {
    open: 'Both reviews have passed for the change as it is.',
    one: 'One review is still missing.',
    more: 'Both reviews are still missing.',
  });
}

interface GateWords {
  readonly open: string;
  readonly one: string;
  readonly more: string;
}

function gateStanding(gate: Gate, cancelled: boolean, words: GateWords): Standing {
  if (gate.kind === 'open') return { state: 'done', detail: words.open };
  if (cancelled) return { state: 'waiting', detail: 'The change was cancelled.' };
  if (gate.kind === 'cannot-judge') return { state: 'problem', detail: gate.reason };
  return { state: 'current', detail: gate.missing.length === 1 ? words.one : words.more };
}

function deploying({ change, facts, held }: Scene): Standing {
  switch (facts.stage) {
    case 'deployed':
    case 'closed':
      return { state: 'done', detail: 'The change is deployed.' };
    case 'deploying': {
      const late = change.breaches.some(({ rule }) => rule === 'mark-deployed-late');
      return late
        ? { state: 'problem', detail: 'It was not marked as deployed in time.' }
        : { state: 'current', detail: 'The deployment is under way.' };
    }
    case 'cancelled':
      return { state: 'waiting', detail: 'The change was cancelled.' };
    case 'before-deployment': {
      const open = [approvalsGate(change, held), reviewsGate(change, held)].every(({ kind }) => kind === 'open');
      return open
        ? { state: 'current', detail: 'Cleared: the deployment may start.' }
        : { state: 'waiting', detail: 'Blocked in Jira until both approvals and both reviews are there.' };
    }
  }
}

function followingUp({ change, facts }: Scene): Standing {
  const begun = change.obligations.filter(({ duty }) => duty.kind === 'follow-up');
  if (begun.length === 0) return { state: 'waiting', detail: 'Begins when the change is deployed.' };
  const open = begun.filter(isOpen);
  if (open.some((one) => isLate(one, facts.at))) return { state: 'problem', detail: 'The follow-up is overdue.' };
  if (open.length > 0) {
    return {
      state: 'current',
      detail: open.length === 1 ? 'One thing is still open.' : `${open.length} things are still open.`,
    };
  }
  return { state: 'done', detail: 'The post-mortem is complete, and everything is caught up on.' };
}
