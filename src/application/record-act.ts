import type { Change } from '../domain/change';
import type { Act, Command } from '../domain/command';
import { consequences } from '../domain/consequences';
import { decide } from '../domain/decide';
import { isPending } from '../domain/effect';
import type { LedgerEvent } from '../domain/event';
import { evolveBy } from '../domain/evolve';
import { isBehind } from '../domain/observe';
import { type AccountId, type CommandId, momentOf } from '../domain/ids';
import type { Group } from '../domain/policy';
import type { Refusal } from '../domain/refusal';
import { factsOf } from './issue-facts';
import { catchUp } from './load-change';
import { openChange } from './open-change';
import type { IssueReading, Ports } from './ports';
import { projectChange } from './project-change';
import { withRoles } from './roles-held';
import { askVisit, keepCheckpoint, nextPlace, writeRow } from './write-row';
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
  const { reading, person } = opened.viewing;
  const namedGroups = await groupsOfNamed(ports, attempt.act, opened.viewing);
  const checkedAt = momentOf(ports.clock.now());
  const giveUpAt = ports.clock.now().getTime() + PATIENCE_MS;
  for (let { change } = opened.viewing; ; change = await catchUp(ports, change)) {
    const facts = factsOf(change, reading, checkedAt);
    const command: Command = { id: attempt.commandId, act: attempt.act, person, namedGroups, facts, checkedAt };
    const decision = decide(change, command);
    const viewing = { ...opened.viewing, change };
    if (decision.kind === 'refused') return { kind: 'refused', refusal: decision.refusal, viewing };
    if (decision.kind === 'already-recorded') return { kind: 'recorded', viewing };
    // What the history tells comes first; the visit that is asked for then finds what follows from both.
    const behind = isBehind(change, facts);
    const events = behind ? decision.events : withConsequences(ports, change, decision.events);
    const written = await writeRow(ports, change, { actor: attempt.accountId, commandId: attempt.commandId, events });
    if (written !== undefined) {
      await keepCheckpoint(ports, written);
      await (behind ? askVisit(ports, written.issueId) : showOrVisit(ports, written, reading));
      return { kind: 'recorded', viewing: { ...viewing, change: written } };
    }
    if (ports.clock.now().getTime() > giveUpAt) throw new Error('Too many people act on this change at once.');
  }
}

/**
 * Where nothing is to be done in Jira but to show the change to searches, that is done at once; else by a visit. One
 * that the rows hold to be gone is visited as well: somebody has just acted on it.
 */
async function showOrVisit(ports: Ports, change: Change, reading: IssueReading): Promise<void> {
  if (change.effects.some(isPending) || change.whereabouts !== 'here') return askVisit(ports, change.issueId);
  try {
    await projectChange(ports, change, reading);
  } catch (failure) {
    console.warn(`Issue ${change.issueId} could not be shown to searches; a visit makes up for it.`, failure);
    await askVisit(ports, change.issueId);
  }
}

/** The groups and roles of the person whom a report names, read by the app; null where the act names nobody. */
async function groupsOfNamed(
  ports: Ports,
  act: Act,
  { change, reading }: Pick<Viewing, 'change' | 'reading'>,
): Promise<readonly Group[] | null> {
  if (act.kind !== 'report-approval') return null;
  return withRoles(ports, change, reading, act.approver, await ports.people.groupsOf(act.approver));
}

/** What follows from an act stands in the same row, so that nothing that has to be done can be lost in between. */
function withConsequences(ports: Ports, change: Change, events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const place = nextPlace(ports, change);
  const after = events.reduce((state, event) => evolveBy(state, event, place), change);
  return [...events, ...consequences(after, place)];
}
