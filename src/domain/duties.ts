import { addHours, addMinutes } from 'date-fns';
import { type Change, isUnratified } from './change';
import { dueAfterBusinessDays } from './due';
import type { EventOf } from './event';
import { type Moment, momentOf } from './ids';
import { type Due, type Duty, dutyId } from './obligation';
import { FOLLOW_UPS, SLOTS } from './policy';

/** Obligations that the rows call for and that have not begun. */
export function newDuties(change: Change): readonly EventOf<'obligation-began'>[] {
  const begun = new Set(change.obligations.map(({ id }) => id));
  return wanted(change)
    .filter(({ duty }) => !begun.has(dutyId(duty)))
    .map(({ duty, due }) => ({ type: 'obligation-began', duty, ...due() }));
}

interface Wanted {
  readonly duty: Duty;
  readonly due: () => Due;
}

function wanted(change: Change): readonly Wanted[] {
  const { rules } = change.policy.content;
  return [
    {
      duty: { kind: 'notification' },
      due: () => dueAfter(change.declaredAt, addMinutes, rules.notifyWithinMinutes, 'minute'),
    },
    ...ratifications(change),
    ...markingAsDeployed(change),
    ...followUps(change),
  ];
}

function ratifications(change: Change): readonly Wanted[] {
  const { calendar, rules } = change.policy.content;
  return SLOTS.flatMap((slot): Wanted[] => {
    const { approval } = change.slots[slot];
    if (approval === null || !isUnratified(approval)) return [];
    const duty: Duty = { kind: 'ratification', slot, approvalSeq: approval.seq };
    return [{ duty, due: () => dueAfterBusinessDays(calendar, approval.at, rules.ratifyWithinBusinessDays) }];
  });
}

function markingAsDeployed(change: Change): readonly Wanted[] {
  const entry = change.passages.filter(({ verdict }) => verdict.gate === 'deploy').at(-1);
  if (change.stage !== 'deploying' || change.deployed !== null || entry === undefined) return [];
  const hours = change.policy.content.rules.markDeployedWithinHours;
  return [
    {
      duty: { kind: 'mark-deployed', entrySeq: entry.seq },
      due: () => dueAfter(entry.move.at, addHours, hours, 'hour'),
    },
  ];
}

/** Counted from the deployment; from the entry into it where nobody ever marked it as deployed. */
function followUps(change: Change): readonly Wanted[] {
  const from = change.deployed?.at ?? entryNeverMarked(change);
  if (from === undefined) return [];
  const { calendar, rules } = change.policy.content;
  return FOLLOW_UPS.map((followUp) => ({
    duty: { kind: 'follow-up', followUp },
    due: () => dueAfterBusinessDays(calendar, from, rules.followUpWithinBusinessDays),
  }));
}

const entryNeverMarked = (change: Change): Moment | undefined =>
  change.breaches.some(({ rule }) => rule === 'mark-deployed-late')
    ? change.passages.find(({ verdict }) => verdict.gate === 'deploy')?.move.at
    : undefined;

const dueAfter = (from: Moment, add: (date: Date, count: number) => Date, count: number, unit: string): Due => ({
  due: momentOf(add(new Date(from), count)),
  from,
  rule: `${count} ${unit}${count === 1 ? '' : 's'}`,
  countedDays: [],
  timeZone: null,
});
