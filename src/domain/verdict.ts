import type { Change, Opening } from './change';
import { closureGate, deployGate, type Gate } from './gate';
import type { AccountId, Moment } from './ids';
import type { HistoryMove, IssueFacts } from './issue-facts';
import { type GateKind, type Stage, stageOf } from './policy';
import type { Verdict } from './record-shapes';
import type { GateFacts } from './slot-standing';

/** How far the clocks of Jira and of the app's storage may be apart. Within it, order cannot be proven. */
export const CLOCK_MARGIN_MS = 5_000;

/** A gate that opened longer ago than this did not open for this transition: Jira ends a validator after 25 s. */
const OPENING_HOLDS_MS = 60_000;

const UNDER_DEPLOYMENT: readonly Stage[] = ['deploying', 'deployed', 'closed'];

/** Which gate a way from stage to stage passes, if any. */
export function gatePassed(from: Stage, to: Stage): Verdict['gate'] | undefined {
  if (to === 'closed' && from !== 'closed') return 'closure';
  const enters = (to === 'deploying' || to === 'deployed') && !UNDER_DEPLOYMENT.includes(from);
  return enters ? 'deploy' : undefined;
}

/**
 * What the rows told around a moment, within the clock margin: before the first row in it, and after each. The states
 * by which what happened then is judged; undefined where the change was not registered yet.
 */
export type AsOf = readonly (Change | undefined)[];

const NEEDED: Readonly<Record<Verdict['gate'], readonly GateKind[]>> = {
  deploy: ['approvals', 'reviews'],
  closure: ['closure'],
};

/**
 * Whether the app's own validators opened the gate for exactly this move. A validator opens it also where another rule
 * then refuses the transition: that opening is worth nothing to a move after an edit, another requester, or a decision
 * that took back what it rested on.
 */
export function wasOpenedFor(
  move: HistoryMove,
  gate: Verdict['gate'],
  change: Change,
  { history }: Pick<IssueFacts, 'history'>,
): boolean {
  const at = Date.parse(move.at);
  const passed = change.passages.filter((passage) => passage.verdict.gate === gate).at(-1);
  // Whatever opened until the passage before was for that one, or in vain.
  const spentUntil = passed === undefined ? -Infinity : Date.parse(passed.move.at) + CLOCK_MARGIN_MS;
  const fits = (opening: Opening) => {
    const ahead = at - Date.parse(opening.at);
    const between = (time: Moment) => time > opening.at && time < move.at;
    return (
      opening.toStatusId === move.to.id &&
      ahead >= -CLOCK_MARGIN_MS &&
      ahead <= OPENING_HOLDS_MS &&
      !between(opening.overtakenAt ?? opening.at) &&
      !history.edits.some(between) &&
      !history.requestersSince.some((since) => between(since.at))
    );
  };
  return NEEDED[gate].every((kind) =>
    change.openings.some((opening) => opening.gate === kind && Date.parse(opening.at) > spentUntil && fits(opening)),
  );
}

/**
 * What the gate was worth at the time of the move, by the rows of that time only. What was recorded later changes
 * nothing. Content that was edited afterwards is not known any more, so then nothing better than "unproven" is said.
 */
export function verdictAsOf(gate: Verdict['gate'], move: HistoryMove, asOf: AsOf, facts: IssueFacts): Verdict {
  const editedSince = facts.history.edits.some((edit) => edit >= move.at);
  const judge = (change: Change | undefined): Gate | undefined =>
    change && (gate === 'deploy' ? deployGate : closureGate)(change, factsAsOf(facts, move.at, editedSince));
  const gates = asOf.map(judge);
  const closed = gates.filter((judged) => judged?.kind !== 'open');
  if (gates.length > 0 && closed.length === 0) {
    return gate === 'deploy' && editedSince && bindsContent(asOf)
      ? {
          gate,
          verdict: 'unproven',
          missing: ['The content was edited afterwards, so it cannot be shown what was approved.'],
        }
      : { gate, verdict: 'satisfied-ungated', missing: [] };
  }
  return { gate, verdict: closed.length < gates.length ? 'unproven' : 'bypass', missing: missingIn(closed[0]) };
}

const bindsContent = (asOf: AsOf): boolean =>
  asOf.some((change) => change?.policy.content.rules.reapproveOnChange === true);

const missingIn = (gate: Gate | undefined): string[] => {
  if (gate === undefined) return ['The change was not registered then, so nobody had approved it.'];
  if (gate.kind === 'cannot-judge') return [gate.reason];
  return gate.kind === 'closed' ? gate.missing.map(({ message }) => message) : [];
};

const factsAsOf = (facts: IssueFacts, at: Moment, contentUnknown: boolean): GateFacts => ({
  at,
  content: contentUnknown ? null : facts.content,
  requesters: new Set(requestersAt(facts, at)),
});

/** Who was or had been reporter, creator or assignee at a moment, as Jira's history tells it. */
export const requestersAt = ({ history }: IssueFacts, at: Moment): AccountId[] => [
  ...new Set(history.requestersSince.filter((since) => since.at <= at).map(({ accountId }) => accountId)),
];

/** The move with the stages that the change's policy gives its statuses. */
export const withStages = (change: Change, { at, by, from, to }: HistoryMove) => ({
  at,
  by,
  from: { ...from, stage: stageOf(from, change.policy) },
  to: { ...to, stage: stageOf(to, change.policy) },
});
