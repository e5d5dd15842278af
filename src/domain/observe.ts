import type { Change } from './change';
import type { EventOf, LedgerEvent } from './event';
import { evolveBy, type Place } from './evolve';
import { laterHistory } from './evolve-deployment';
import { type HistoryMove, type IssueFacts, newRequesters } from './issue-facts';
import { type AsOf, gatePassed, requestersAt, verdictAsOf, wasOpenedFor, withStages } from './verdict';

/** Gives the rows as of a moment; asked only where the gate did not open for the move. */
export type ReadAsOf = (move: HistoryMove) => AsOf;

/** What Jira shows of the issue that no row tells yet, in the order in which it happened. */
export function observe(change: Change, facts: IssueFacts, place: Place, asOf: ReadAsOf): readonly LedgerEvent[] {
  const events: LedgerEvent[] = [];
  let now = change;
  const tell = (event: LedgerEvent) => {
    events.push(event);
    now = evolveBy(now, event, place);
  };
  if (now.whereabouts === 'unreachable' || now.whereabouts === 'project-deleted')
    tell({ type: 'reachable', at: facts.at });
  const found = newRequesters(now, facts);
  if (found.length > 0) tell({ type: 'requesters-found', requesters: found });
  if (facts.issueKey !== now.issueKey) tell({ type: 'renumbered', fromKey: now.issueKey, toKey: facts.issueKey });
  for (const step of unseen(change, facts))
    tell(step.kind === 'move' ? moveEvent(now, step.move, facts, asOf) : step.event);
  for (const event of rereadings(now, facts)) tell(event);
  return events;
}

/**
 * Whether a move that no row tells yet passed a gate that had not opened for it, so that its verdict needs the rows. Of
 * several such moves the later ones may find their opening used up by the first.
 */
export const waitingForVerdict = (change: Change, facts: IssueFacts): boolean => {
  const passed = unseen(change, facts).flatMap((step) => {
    if (step.kind !== 'move') return [];
    const { from, to } = withStages(change, step.move);
    const gate = gatePassed(from.stage, to.stage);
    return gate === undefined ? [] : [{ gate, move: step.move }];
  });
  return passed.length > 1 || passed.some(({ gate, move }) => !wasOpenedFor(move, gate, change, facts));
};

/** Whether Jira's history tells of something that no row tells yet, so that it is not known what is late. */
export const isBehind = (change: Change, facts: IssueFacts): boolean => unseen(change, facts).length > 0;

type Step =
  | { readonly kind: 'move'; readonly historyId: string; readonly move: HistoryMove }
  | { readonly kind: 'shift'; readonly historyId: string; readonly event: EventOf<'moved' | 'retyped'> };

/** Entries of Jira's history after the last one that the rows took account of. */
function unseen(change: Change, { history }: IssueFacts): readonly Step[] {
  const steps: Step[] = [
    ...history.projects.map(({ historyId, at, by, from, to }): Step => ({
      kind: 'shift',
      historyId,
      event: { type: 'moved', historyId, at, by, fromProjectId: from, toProjectId: to },
    })),
    ...history.workTypes.map(({ historyId, at, by, from, to }): Step => ({
      kind: 'shift',
      historyId,
      event: { type: 'retyped', historyId, at, by, fromType: from, toType: to },
    })),
    ...history.moves.map((move): Step => ({ kind: 'move', historyId: move.historyId, move })),
  ];
  return steps
    .filter(
      ({ historyId }) => historyId !== change.historySeen && laterHistory(historyId, change.historySeen) === historyId,
    )
    .sort((a, b) =>
      a.historyId === b.historyId ? 0 : laterHistory(a.historyId, b.historyId) === a.historyId ? 1 : -1,
    );
}

function moveEvent(change: Change, move: HistoryMove, facts: IssueFacts, asOf: ReadAsOf): EventOf<'status-moved'> {
  const staged = withStages(change, move);
  const gate = gatePassed(staged.from.stage, staged.to.stage);
  const verdict =
    gate === undefined
      ? null
      : wasOpenedFor(move, gate, change, facts)
        ? { gate, verdict: 'clean' as const, missing: [] }
        : verdictAsOf(gate, move, asOf(move), facts);
  const requesters = requestersAt(facts, move.at);
  return { type: 'status-moved', historyId: move.historyId, move: staged, verdict, requesters };
}

/** Read before somebody else wrote down newer entries of the history: what it shows was overtaken. */
const isOutdated = ({ historySeen }: Change, { history }: IssueFacts): boolean =>
  ![...history.moves, ...history.projects, ...history.workTypes].some(({ historyId }) => historyId === historySeen) &&
  historySeen !== '0';

/** What the issue shows although no entry of its history tells it, such as an import that created it deployed. */
function rereadings(change: Change, facts: IssueFacts): readonly LedgerEvent[] {
  if (isOutdated(change, facts)) return [];
  const events: LedgerEvent[] = [];
  if (facts.projectId !== change.currentProjectId) {
    const { currentProjectId: fromProjectId } = change;
    events.push({
      type: 'moved',
      historyId: null,
      at: facts.at,
      by: null,
      fromProjectId,
      toProjectId: facts.projectId,
    });
  }
  if (facts.workType !== change.workType) {
    const { workType: fromType } = change;
    events.push({ type: 'retyped', historyId: null, at: facts.at, by: null, fromType, toType: facts.workType });
  }
  if (facts.stage !== change.stage) {
    events.push({ type: 'stage-reread', stage: facts.stage, statusName: facts.status.name, at: facts.at });
  }
  return events;
}
