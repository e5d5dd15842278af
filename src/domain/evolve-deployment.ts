import type { Change } from './change';
import type { EventOf } from './event';
import type { Place } from './evolve';
import type { Stage } from './policy';

type DeploymentEvent = EventOf<
  | 'gate-opened'
  | 'status-moved'
  | 'stage-reread'
  | 'evidence-linked'
  | 'post-mortem-held'
  | 'attendance-confirmed'
  | 'document-linked'
>;

/** The way through the gates, and what is caught up on afterwards. */
export function evolveDeployment(change: Change, event: DeploymentEvent, { seq, at }: Place): Change {
  const place = { seq, at };
  switch (event.type) {
    case 'gate-opened': {
      const { gate, digest, fromStatusId, toStatusId } = event;
      const opening = { ...place, gate, digest, fromStatusId, toStatusId, overtakenAt: null };
      return { ...change, openings: [...change.openings, opening] };
    }
    case 'status-moved':
      return moved(change, event, place);
    case 'stage-reread':
      return {
        ...change,
        stage: event.stage,
        deployed: change.deployed ?? (event.stage === 'deployed' ? { seq, at: event.at, by: null } : null),
      };
    case 'evidence-linked': {
      const { link, label, by } = event;
      return { ...change, evidence: [...change.evidence, { ...place, link, label, by }] };
    }
    case 'post-mortem-held': {
      const { heldAt, link, by } = event;
      // Whoever took part in a meeting at another time has not said so of this one.
      const attendance = change.postMortem?.heldAt === heldAt ? change.attendance : [];
      return { ...change, postMortem: { ...place, heldAt, link, by }, attendance };
    }
    case 'attendance-confirmed':
      return { ...change, attendance: [...change.attendance, { ...place, slot: event.slot, by: event.by }] };
    case 'document-linked': {
      const { link, by } = event;
      return { ...change, documents: { ...change.documents, [event.document]: { ...place, link, by } } };
    }
  }
}

function moved(
  change: Change,
  { historyId, move, verdict, requesters }: EventOf<'status-moved'>,
  place: Place,
): Change {
  return {
    ...change,
    stage: move.to.stage,
    historySeen: historyId === null ? change.historySeen : laterHistory(change.historySeen, historyId),
    deployed:
      change.deployed ??
      (isDeployed(change.stage, move.to.stage) ? { seq: place.seq, at: move.at, by: move.by } : null),
    passages: verdict === null ? change.passages : [...change.passages, { ...place, move, verdict, requesters }],
  };
}

/** A deployed status says so, and so does a closed one that follows deploying. */
const isDeployed = (from: Stage, to: Stage): boolean => to === 'deployed' || (to === 'closed' && from === 'deploying');

/** The higher of two history ids. They are numbers of any length, so they are compared as such. */
export const laterHistory = (a: string, b: string): string => (BigInt(a) >= BigInt(b) ? a : b);
