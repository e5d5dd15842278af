import type { Change } from './change';
import { newDuties } from './duties';
import type { LedgerEvent } from './event';
import { evolveBy, type Place } from './evolve';
import { foundBreaches } from './found-breaches';
import { newEffects } from './intend';
import type { FollowUp } from './policy';

/**
 * What follows by itself from the rows and the time of `place`: obligations that begin, breaches that are flagged,
 * effects that are intended. Each step may lead to the next, so it goes on until nothing more follows.
 */
export function consequences(
  change: Change,
  place: Place,
  closedSubtasks: ReadonlySet<FollowUp> = new Set(),
): readonly LedgerEvent[] {
  const events: LedgerEvent[] = [];
  for (let now = change; ;) {
    const next = following(now, place, closedSubtasks);
    if (next.length === 0) return events;
    events.push(...next);
    now = next.reduce((state, event) => evolveBy(state, event, place), now);
  }
}

function following(change: Change, place: Place, closedSubtasks: ReadonlySet<FollowUp>): readonly LedgerEvent[] {
  const told = [...newDuties(change), ...foundBreaches(change, place.at)];
  if (told.length > 0) return told;
  const effects = newEffects(change, place.at, closedSubtasks);
  return effects.length === 0 ? [] : [{ type: 'effects-intended', effects: [...effects] }];
}
