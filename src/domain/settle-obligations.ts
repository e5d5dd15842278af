import { type Change, firstEntry, isUnratified } from './change';
import type { Moment } from './ids';
import { isOpen, type Obligation } from './obligation';
import { type FollowUp, type Slot, SLOTS } from './policy';

/** The change with every obligation closed that the rows up to now fulfil or make pointless, as of `at`. */
export function settleObligations(change: Change, at: Moment): Change {
  if (!change.obligations.some(isOpen)) return change;
  const obligations = change.obligations.map((obligation) => {
    if (!isOpen(obligation)) return obligation;
    switch (outcome(change, obligation)) {
      case 'open':
        return obligation;
      case 'done':
        return { ...obligation, doneAt: at };
      case 'ended':
        return { ...obligation, endedAt: at };
    }
  });
  return { ...change, obligations };
}

type Outcome = 'open' | 'done' | 'ended';

const doneIf = (condition: boolean): Outcome => (condition ? 'done' : 'open');

function outcome(change: Change, { duty }: Obligation): Outcome {
  switch (duty.kind) {
    case 'notification':
      return cancelledBeforeDeployment(change) ? 'ended' : doneIf(bothGroupsNotified(change));
    case 'ratification': {
      const { approval } = change.slots[duty.slot];
      if (approval?.seq !== duty.approvalSeq) return 'ended';
      return cancelledBeforeDeployment(change) ? 'ended' : doneIf(!isUnratified(approval));
    }
    case 'mark-deployed':
      if (change.deployed !== null) return 'done';
      return change.stage === 'deploying' ? 'open' : 'ended';
    case 'follow-up':
      return doneIf(isFollowedUp(change, duty.followUp));
  }
}

const cancelledBeforeDeployment = (change: Change): boolean =>
  change.stage === 'cancelled' && change.deployed === null && change.passages.length === 0;

/** The id of the e-mail by which a group is told of a new emergency change. */
export const notificationId = (slot: (typeof SLOTS)[number]): string => `email:registered:${slot}`;

const bothGroupsNotified = ({ effects }: Change): boolean =>
  SLOTS.every((slot) => effects.some(({ id, doneAt }) => id === notificationId(slot) && doneAt !== null));

/** Whether the procedure has what it asks for after the deployment. */
export function isFollowedUp(change: Change, followUp: FollowUp): boolean {
  return followUp === 'post-mortem' ? isPostMortemComplete(change) : change.documents[followUp] !== null;
}

/** From when on a meeting can be the post-mortem: since the deployment from which its due time was counted. */
export const postMortemSince = (change: Change): Moment | undefined =>
  change.obligations.find(({ id }) => id === 'post-mortem')?.from ?? change.deployed?.at ?? firstEntry(change)?.move.at;

/** How many more people of a slot have to confirm that they took part in the post-mortem. */
export function attendeesWanted({ policy, attendance }: Change, slot: Slot): number {
  const confirmed = new Set(attendance.filter((one) => one.slot === slot).map(({ by }) => by));
  return Math.max(0, policy.content.attendees[slot] - confirmed.size);
}

/** Held at or after the deployment, linked, and enough of each slot took part, one of them not its author. */
function isPostMortemComplete(change: Change): boolean {
  const { postMortem, attendance } = change;
  if (postMortem === null || postMortem.heldAt < (postMortemSince(change) ?? postMortem.heldAt)) return false;
  return (
    SLOTS.every((slot) => attendeesWanted(change, slot) === 0) && attendance.some(({ by }) => by !== postMortem.by)
  );
}
