import { addDays } from 'date-fns';
import type { Change } from './change';
import { consequences } from './consequences';
import { isPending, workableFrom } from './effect';
import { type Moment, momentOf } from './ids';
import { isOpen } from './obligation';
import { remindAt, type Reminders } from './reminders';

/** An open change is looked at again at least this often, so that what a crash or a lost event left is repaired. */
const atTheLatest = (now: Moment): Moment => momentOf(addDays(new Date(now), 1));

/** Whether anything can still become due. */
export function isSettled(change: Change): boolean {
  const gone = change.whereabouts === 'deleted';
  const over = gone || change.stage === 'closed' || change.stage === 'cancelled';
  const flagged = new Set(change.breaches.map(({ id }) => id));
  const nothingDue = change.obligations.every((one) => !isOpen(one) || (gone && flagged.has(`late:${one.id}`)));
  return over && nothingDue && (gone || !change.effects.some(isPending));
}

/** When the change wants to be looked at next, seen from `now`. Never later than in 24 hours. */
export function nextVisit(change: Change, now: Moment): Moment {
  if (consequences(change, { seq: change.seq + 1, at: now }).length > 0) return now;
  const intended = new Set(change.effects.map(({ id }) => id));
  const flagged = new Set(change.breaches.map(({ id }) => id));
  // Nothing is done in Jira for an issue that is out of sight, so only what becomes late is waited for.
  const here = change.whereabouts === 'here';
  const reminders: Partial<Reminders> = here ? remindAt(change) : {};
  const times = [
    ...change.obligations
      .filter((one) => isOpen(one) && !flagged.has(`late:${one.id}`))
      .map(({ due }) => justAfter(due)),
    ...(here ? change.effects.flatMap((effect) => workableFrom(effect) ?? []) : []),
    ...(intended.has('email:unanswered') ? [] : [reminders.unanswered]),
    ...(intended.has('email:escalated') ? [] : [reminders.escalated]),
    ...(intended.has('email:not-marked-deployed') ? [] : [reminders.notMarkedDeployed]),
    ...(intended.has('email:follow-up-due') ? [] : [reminders.followUpDue]),
  ].filter((time) => time !== undefined);
  const first = [...times, atTheLatest(now)].sort()[0] ?? atTheLatest(now);
  return momentOf(new Date(first));
}

/** An obligation is late once its due time has passed, not at it. */
const justAfter = (due: Moment): string => new Date(Date.parse(due) + 1).toISOString();
