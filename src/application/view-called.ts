import type { CalledGroupView } from '../api';
import type { Change } from '../domain/change';
import { type EffectState, isPending } from '../domain/effect';
import { SLOTS } from '../domain/policy';
import { notificationId } from '../domain/settle-obligations';
import { groupInWords, listOf, nameOf } from '../domain/words';
import { SLOT_TITLE } from './view-slot';

type Called = CalledGroupView['slot'];

/** Who was called, whether the call went out, and who has answered it. Those of the escalation only once it came to it. */
export const viewCalled = (change: Change): readonly CalledGroupView[] => [
  ...SLOTS.map((slot) => calledGroup(slot, change, emailOf(change, notificationId(slot)))),
  ...[emailOf(change, 'email:escalated')].flatMap((email) =>
    email === undefined ? [] : [calledGroup('escalation', change, email)],
  ),
];

const TITLE: Readonly<Record<Called, string>> = { ...SLOT_TITLE, escalation: 'Escalation' };

const emailOf = ({ effects }: Change, wanted: string): EffectState | undefined =>
  effects.find(({ id }) => id === wanted);

const calledGroup = (slot: Called, change: Change, email: EffectState | undefined): CalledGroupView => ({
  slot,
  title: TITLE[slot],
  groupName: allGroups(slot, change),
  state: stateOf(email),
  sentAt: email?.doneAt ?? null,
  failure: email?.doneAt == null ? (email?.failures.at(-1)?.reason ?? null) : null,
  acknowledged: change.acknowledged
    .filter(({ slots }) => (slot === 'escalation' ? slots.length === 0 : slots.includes(slot)))
    .map(({ by, at }) => ({ by, at })),
});

/** One group is called a group; of several, all are told. */
function allGroups(slot: Called, change: Change): string {
  const groups = change.policy.content.groups[slot];
  return groups.length === 1 ? groupInWords(slot, change) : listOf(groups.map(nameOf));
}

function stateOf(effect: EffectState | undefined): CalledGroupView['state'] {
  if (effect === undefined) return 'sending';
  if (effect.doneAt !== null) return 'sent';
  return isPending(effect) && effect.failures.length === 0 ? 'sending' : 'failed';
}
