import type { Change } from '../domain/change';
import type { Act } from '../domain/command';
import { decide } from '../domain/decide';
import { type AccountId, type CommandId, momentOf } from '../domain/ids';
import type { Refusal } from '../domain/refusal';
import { factsOf } from './issue-facts';
import { loadChange } from './load-change';
import { openChange } from './open-change';
import type { Ports } from './ports';
import { keepCheckpoint, writeRow } from './write-row';
import type { Viewing } from './view-change';

export interface ActAttempt {
  readonly issueId: string;
  /** The platform's principal, never a name from a payload. */
  readonly accountId: AccountId;
  readonly commandId: CommandId;
  readonly act: Act;
}

export type ActOutcome =
  | { readonly kind: 'recorded'; readonly viewing: Viewing }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly viewing: Viewing }
  | { readonly kind: 'not-here'; readonly message: string };

/** How long an act keeps trying while others act on the same change. The platform ends a resolver after 25 s. */
const PATIENCE_MS = 15_000;

/** Records what a person does, once, or says why not. A retry with the same command id finds what was recorded. */
export async function recordAct(ports: Ports, attempt: ActAttempt): Promise<ActOutcome> {
  const opened = await openChange(ports, attempt.issueId, attempt.accountId);
  if (opened.kind === 'not-here') return opened;
  const { reading, person } = opened;
  const checkedAt = momentOf(ports.clock.now());
  const giveUpAt = ports.clock.now().getTime() + PATIENCE_MS;
  for (let change: Change | undefined = opened.change; change !== undefined;) {
    const facts = factsOf(change, reading);
    const decision = decide(change, { id: attempt.commandId, act: attempt.act, person, facts, checkedAt });
    const viewing = { change, reading, person };
    if (decision.kind === 'refused') return { kind: 'refused', refusal: decision.refusal, viewing };
    if (decision.kind === 'already-recorded') return { kind: 'recorded', viewing };
    const written: Change | undefined = await writeRow(ports, change, {
      actor: attempt.accountId,
      commandId: attempt.commandId,
      events: decision.events,
    });
    if (written !== undefined) {
      await keepCheckpoint(ports, written);
      return { kind: 'recorded', viewing: { ...viewing, change: written } };
    }
    if (ports.clock.now().getTime() > giveUpAt) throw new Error('Too many people act on this change at once.');
    change = await loadChange(ports, reading.issueId);
  }
  throw new Error(`The ledger of issue ${reading.issueId} is gone.`);
}
