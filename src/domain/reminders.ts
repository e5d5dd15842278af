import { addMinutes } from 'date-fns';
import type { Change } from './change';
import { dayBefore } from './due';
import { type Moment, momentOf } from './ids';
import { isOpen } from './obligation';
import { type Slot, SLOTS } from './policy';

/** When each reminder is due as things stand; undefined where nobody is to be reminded. */
export interface Reminders {
  readonly unanswered: Moment | undefined;
  readonly escalated: Moment | undefined;
  readonly notMarkedDeployed: Moment | undefined;
  readonly followUpDue: Moment | undefined;
}

/** Somebody of the slot has said that he is on it, or has decided. */
export const hasAnswered = (change: Change, slot: Slot): boolean =>
  change.slots[slot].approval !== null ||
  change.slots[slot].rejections.length > 0 ||
  change.acknowledged.some(({ slots }) => slots.includes(slot));

export function remindAt(change: Change): Reminders {
  const { rules } = change.policy.content;
  const answered = SLOTS.every((slot) => hasAnswered(change, slot));
  const waiting = change.stage === 'before-deployment' && !answered;
  const called = new Date(change.registeredAt);
  const remindedAt = addMinutes(called, rules.acknowledgeWithinMinutes);
  return {
    unanswered: waiting ? momentOf(remindedAt) : undefined,
    escalated:
      waiting && change.policy.content.groups.escalation.length > 0
        ? momentOf(addMinutes(remindedAt, rules.escalateAfterMinutes))
        : undefined,
    notMarkedDeployed: halfWay(change),
    followUpDue: followUpReminder(change),
  };
}

function halfWay(change: Change): Moment | undefined {
  const marking = change.obligations.find((one) => one.duty.kind === 'mark-deployed' && isOpen(one));
  if (marking === undefined) return undefined;
  return momentOf(new Date((Date.parse(marking.from) + Date.parse(marking.due)) / 2));
}

/** One business day before the first of the follow-ups is due. */
function followUpReminder(change: Change): Moment | undefined {
  const open = change.obligations.filter((one) => one.duty.kind === 'follow-up' && isOpen(one));
  const first = open.map(({ due }) => due).sort()[0];
  return first === undefined ? undefined : dayBefore(change.policy.content.calendar, first);
}
