import { type Change, firstEntry, isUnratified } from './change';
import { approvalsGate, closureGate, type Gate, reviewsGate } from './gate';
import type { Moment } from './ids';
import { isLate, isOpen, type Obligation } from './obligation';
import { phaseOf } from './phase';
import { FOLLOW_UPS, SLOTS, type Stage } from './policy';
import type { GateFacts } from './slot-standing';

/**
 * What Jira can search: the value of the custom field. Every part has a plain value ("none" where there is nothing),
 * since JQL does not document IS EMPTY for the aliases of such a field. Dates are `YYYY-MM-DDThh:mmZ`.
 */
export interface Projection {
  readonly issueId: string;
  readonly seq: number;
  readonly headHash: string;
  readonly number: number;
  readonly phase: string;
  readonly awaiting: readonly string[];
  readonly approvals: 'missing' | 'partial' | 'unratified' | 'complete';
  readonly reviews: 'missing' | 'partial' | 'complete';
  readonly verdict: 'none' | 'clean' | 'satisfied-ungated' | 'bypass' | 'unproven';
  readonly retroactive: 'true' | 'false';
  readonly dueState: 'none' | 'on-time' | 'due-soon' | 'overdue';
  readonly postMortem: 'none' | 'open' | 'done' | 'overdue' | 'done-late';
  readonly postMortemDue?: string;
  readonly deployedAt?: string;
  readonly registeredAt: string;
  readonly month: string;
  readonly breaches: readonly string[];
  readonly requester: readonly string[];
  /** Absent while nobody has approved: an account is searched for, never a word. */
  readonly approvers?: readonly string[];
}

export function projectionOf(change: Change, stage: Stage, facts: GateFacts): Projection {
  const approvals = approvalsGate(change, facts);
  const postMortem = change.obligations.find(({ id }) => id === 'post-mortem');
  const rules = [...new Set(change.breaches.map(({ rule }) => rule))].sort();
  const approvers = SLOTS.flatMap((slot) => change.slots[slot].approval?.by ?? []);
  const awaiting = [...new Set(awaitedOf(change, stage, facts))].sort();
  return {
    issueId: change.issueId,
    seq: change.seq,
    headHash: change.headHash,
    number: change.number ?? 0,
    phase: phaseOf(change, stage, facts),
    awaiting: awaiting.length === 0 ? ['nothing'] : awaiting,
    approvals: approvalState(change, approvals),
    reviews: share(reviewsGate(change, facts)),
    verdict: firstEntry(change)?.verdict.verdict ?? 'none',
    retroactive: isRetroactive(change) ? 'true' : 'false',
    dueState: dueState(change, facts.at),
    postMortem: postMortem === undefined ? 'none' : stateOf(postMortem, facts.at),
    ...(postMortem === undefined ? {} : { postMortemDue: minute(postMortem.due) }),
    ...(change.deployed === null ? {} : { deployedAt: minute(change.deployed.at) }),
    registeredAt: minute(change.registeredAt),
    month: change.registeredAt.slice(0, 7),
    breaches: rules.length === 0 ? ['none'] : rules,
    requester: [...change.requesters].sort(),
    ...(approvers.length === 0 ? {} : { approvers: approvers.sort() }),
  };
}

const minute = (moment: Moment): string => `${moment.slice(0, 16)}Z`;

const share = (gate: Gate): 'missing' | 'partial' | 'complete' =>
  gate.kind === 'open' ? 'complete' : gate.kind === 'closed' && gate.missing.length === 1 ? 'partial' : 'missing';

function approvalState(change: Change, gate: Gate): Projection['approvals'] {
  const unratified = SLOTS.some((slot) => {
    const { approval } = change.slots[slot];
    return approval !== null && isUnratified(approval);
  });
  const state = share(gate);
  return state === 'complete' && unratified ? 'unratified' : state;
}

/** Whom or what the change waits for, in the words that the JQL queries use. */
function awaitedOf(change: Change, stage: Stage, facts: GateFacts): readonly string[] {
  const ratifications = SLOTS.flatMap((slot) => {
    const { approval } = change.slots[slot];
    return approval !== null && isUnratified(approval) ? ['ratification'] : [];
  });
  const missingIn = (gate: Gate) => (gate.kind === 'closed' ? gate.missing.map(({ what }) => what) : []);
  switch (stage) {
    case 'cancelled':
      return [];
    case 'before-deployment':
      return [...missingIn(approvalsGate(change, facts)), ...missingIn(reviewsGate(change, facts)), ...ratifications];
    case 'deploying':
    case 'deployed':
    case 'closed':
      return [...missingIn(closureGate(change, facts)), ...ratifications];
  }
}

const isRetroactive = (change: Change): boolean =>
  SLOTS.some((slot) => change.slots[slot].approval?.retroactive === true) ||
  Object.values(change.reviews).some((review) => review?.retroactive === true);

function stateOf(obligation: Obligation, now: Moment): 'open' | 'done' | 'overdue' | 'done-late' {
  const late = isLate(obligation, now);
  if (isOpen(obligation)) return late ? 'overdue' : 'open';
  return late ? 'done-late' : 'done';
}

/** "due-soon" begins when the reminder for the follow-ups went out: it is the same time, and it is in the rows. */
function dueState(change: Change, now: Moment): Projection['dueState'] {
  const open = change.obligations.filter(isOpen);
  if (open.length === 0) return 'none';
  if (open.some((obligation) => isLate(obligation, now))) return 'overdue';
  const reminded = change.effects.some(({ id }) => id === 'email:follow-up-due');
  const followUps: readonly string[] = FOLLOW_UPS;
  return reminded && open.some(({ id }) => followUps.includes(id)) ? 'due-soon' : 'on-time';
}
