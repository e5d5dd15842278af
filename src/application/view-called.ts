import type { CalledGroupView } from '../api';
import type { Change } from '../domain/change';
import { type EffectState, isPending } from '../domain/effect';
import { SLOTS } from '../domain/policy';
import { notificationId } from '../domain/settle-obligations';
import { groupInWords } from '../domain/words';
import { SLOT_TITLE } from './view-slot';

/** Who was called, whether the call went out, and who has answered it. */
export const viewCalled = (change: Change): readonly CalledGroupView[] =>
  SLOTS.map((slot) => {
    const effect = change.effects.find(({ id }) => id === notificationId(slot));
    return {
      slot,
      title: SLOT_TITLE[slot],
      groupName: groupInWords(slot, change),
      state: stateOf(effect),
      sentAt: effect?.doneAt ?? null,
      failure: effect?.doneAt == null ? (effect?.failures.at(-1)?.reason ?? null) : null,
      acknowledged: change.acknowledged.filter(({ slots }) => slots.includes(slot)).map(({ by, at }) => ({ by, at })),
    };
  });

function stateOf(effect: EffectState | undefined): CalledGroupView['state'] {
  if (effect === undefined) return 'sending';
  if (effect.doneAt !== null) return 'sent';
  return isPending(effect) && effect.failures.length === 0 ? 'sending' : 'failed';
}
