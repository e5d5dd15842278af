import type { Change } from '../domain/change';
import { type EffectState, MAX_FAILURES } from '../domain/effect';
import type { EventOf } from '../domain/event';
import { adopted, perform, retire } from './perform-effect';
import type { Followed } from './follow-change';
import { catchUp } from './load-change';
import { type IssueReading, type Ports, RefusedByJira } from './ports';
import { writeRow } from './write-row';

type Outcome = EventOf<'effect-done' | 'effect-failed'>;

/** Does the claimed effects one after the other and writes what became of them as one row. */
export async function workOn(ports: Ports, { change, claimed }: Followed, reading: IssueReading): Promise<Change> {
  const outcomes: Outcome[] = [];
  for (const effect of change.effects.filter(({ id }) => claimed.includes(id))) {
    outcomes.push(await outcomeOf(ports, change, reading, effect));
  }
  return writeOutcomes(ports, change, outcomes);
}

async function outcomeOf(ports: Ports, change: Change, reading: IssueReading, effect: EffectState): Promise<Outcome> {
  try {
    const found = effect.claims > 1 ? await adopted(ports, change, effect) : undefined;
    return { type: 'effect-done', id: effect.id, result: found ?? (await perform(ports, change, reading, effect)) };
  } catch (failure) {
    console.warn(`Effect ${effect.id} of issue ${change.issueId} failed.`, failure);
    const refused = failure instanceof RefusedByJira;
    const reason = refused ? failure.message : 'Jira did not answer as expected.';
    return {
      type: 'effect-failed',
      id: effect.id,
      reason: reason.slice(0, 500),
      givenUp: effect.failures.length + 1 >= MAX_FAILURES,
    };
  }
}

/** An effect that somebody else has finished meanwhile keeps that outcome; what was made here is then one too many. */
async function writeOutcomes(ports: Ports, start: Change, outcomes: readonly Outcome[]): Promise<Change> {
  for (let change = start; ;) {
    const events: (Outcome | EventOf<'duplicate-retired'>)[] = [];
    for (const outcome of outcomes) {
      const effect = change.effects.find(({ id }) => id === outcome.id);
      if (effect?.doneAt === null) events.push(outcome);
      else if (effect !== undefined && outcome.type === 'effect-done' && outcome.result !== null) {
        if (outcome.result !== effect.result && (await retire(ports, change, effect, outcome.result))) {
          events.push({ type: 'duplicate-retired', id: effect.id, result: outcome.result });
        }
      }
    }
    if (events.length === 0) return change;
    const written = await writeRow(ports, change, { actor: 'app', commandId: ports.ids.commandId(), events });
    if (written !== undefined) return written;
    change = await catchUp(ports, change);
  }
}
