import type { Change } from './change';
import type { EffectState } from './effect';
import type { EventOf } from './event';
import type { Place } from './evolve';
import { dutyId } from './obligation';

type WatchEvent = EventOf<
  | 'obligation-began'
  | 'breached'
  | 'effects-intended'
  | 'effects-claimed'
  | 'effect-done'
  | 'effect-failed'
  | 'duplicate-retired'
>;

/** What the app watches and does by itself. */
export function evolveWatch(change: Change, event: WatchEvent, { seq, at }: Place): Change {
  switch (event.type) {
    case 'obligation-began': {
      const { duty, due, from, rule, countedDays, timeZone } = event;
      const begun = { id: dutyId(duty), duty, due, from, rule, countedDays, timeZone };
      const obligation = { ...begun, begunAt: at, doneAt: null, endedAt: null };
      return { ...change, obligations: [...change.obligations, obligation] };
    }
    case 'breached': {
      const { id, rule, happenedAt, detail } = event;
      return { ...change, breaches: [...change.breaches, { id, rule, happenedAt, detail, seq }] };
    }
    case 'effects-intended': {
      const fresh = { claims: 0, claimedUntil: null, failures: [], doneAt: null, result: null, givenUpAt: null };
      const intended = event.effects.map((effect): EffectState => ({ ...effect, intendedAt: at, ...fresh }));
      return { ...change, effects: [...change.effects, ...intended] };
    }
    case 'effects-claimed':
      return withEffects(change, event.ids, (effect) => ({
        ...effect,
        claims: effect.claims + 1,
        claimedUntil: event.until,
      }));
    case 'effect-done':
      return withEffects(change, [event.id], (effect) => ({
        ...effect,
        claimedUntil: null,
        doneAt: at,
        result: event.result,
      }));
    case 'effect-failed':
      return withEffects(change, [event.id], (effect) => ({
        ...effect,
        claimedUntil: null,
        failures: [...effect.failures, { at, reason: event.reason }],
        givenUpAt: event.givenUp ? at : null,
      }));
    case 'duplicate-retired':
      return change;
  }
}

const withEffects = (change: Change, ids: readonly string[], step: (effect: EffectState) => EffectState): Change => ({
  ...change,
  effects: change.effects.map((effect) => (ids.includes(effect.id) ? step(effect) : effect)),
});
