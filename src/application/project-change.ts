import * as v from 'valibot';
import type { Change } from '../domain/change';
import { digestOf } from '../domain/digest';
import type { EventOf } from '../domain/event';
import { momentOf } from '../domain/ids';
import { type Projection, projectionOf } from '../domain/projection';
import { gateFacts } from '../domain/slot-standing';
import { subtaskId } from '../domain/intend';
import { FOLLOW_UPS } from '../domain/policy';
import { factsOf } from './issue-facts';
import { catchUp } from './load-change';
import type { IssueReading, Ports } from './ports';
import { retire } from './perform-effect';
import { subtaskSummary } from './subtasks';
import { writeRow } from './write-row';

/** Where a projection says that it comes from. */
const SourceSchema = v.object({ issueId: v.string(), seq: v.number(), headHash: v.string() });

/**
 * Keeps what JQL sees equal to the ledger. A value that differs is written anew; it is tampered with only if it names a
 * row that this ledger does not have. One that was cloned from another issue is simply not ours.
 */
export async function projectChange(ports: Ports, change: Change, reading: IssueReading): Promise<Change> {
  await retireSurplusSubtasks(ports, change, reading);
  if (reading.projection === null) return change;
  const { fieldId, value } = reading.projection;
  const wanted = (state: Change): Projection => {
    const facts = factsOf(state, reading, momentOf(ports.clock.now()));
    return projectionOf(state, facts.stage, gateFacts(state, facts));
  };
  if (value != null && digestOf(value) === digestOf(wanted(change))) return change;
  const judged = await judgeValue(ports, change, value);
  if (judged === 'newer') return change;
  await ports.deeds.project(change.issueId, fieldId, wanted(judged));
  return judged;
}

/** The change, with the breach if the value was tampered with; `newer`: a worker who knows more rows has written it. */
async function judgeValue(ports: Ports, change: Change, value: unknown): Promise<Change | 'newer'> {
  if (value == null) return change;
  const source = v.safeParse(SourceSchema, value);
  if (source.success && source.output.issueId !== change.issueId) return change;
  if (source.success && (await isInLedger(ports, change, source.output))) {
    return source.output.seq > change.seq ? 'newer' : change;
  }
  return flagTampering(ports, change, value);
}

async function isInLedger(
  { ledger }: Ports,
  change: Change,
  { seq, headHash }: v.InferOutput<typeof SourceSchema>,
): Promise<boolean> {
  if (seq === change.seq) return headHash === change.headHash;
  const stored = await ledger.row(change.issueId, seq);
  return v.is(v.object({ hash: v.literal(headHash) }), stored);
}

async function flagTampering(ports: Ports, start: Change, value: unknown): Promise<Change> {
  const id = `projection-tampered:${digestOf(value).slice(0, 16)}`;
  for (let change = start; ;) {
    if (change.breaches.some((breach) => breach.id === id)) return change;
    const breached: EventOf<'breached'> = {
      type: 'breached',
      id,
      rule: 'projection-tampered',
      happenedAt: momentOf(ports.clock.now()),
      detail: 'The field that JQL searches held a value that this app did not write. It was written anew.',
    };
    const entry = { actor: 'app' as const, commandId: ports.ids.commandId(), events: [breached] };
    const written = await writeRow(ports, change, entry);
    if (written !== undefined) return written;
    change = await catchUp(ports, change);
  }
}

/** A subtask that a worker made after its claim had passed on to another one surfaces late, and is taken away. */
async function retireSurplusSubtasks(ports: Ports, change: Change, reading: IssueReading): Promise<void> {
  for (const followUp of FOLLOW_UPS) {
    const effect = change.effects.find(({ id }) => id === subtaskId(followUp));
    if (effect?.result == null) continue;
    const summary = subtaskSummary(followUp, change);
    const namesakes = reading.subtasks.filter(
      (one) => one.summary === summary && one.issueId !== effect.result && !one.done,
    );
    if (namesakes.length === 0) continue;
    const ours = await ports.deeds.subtasksOf(change.issueId, effect.id);
    for (const surplus of ours.filter((made) => made !== effect.result)) await retire(ports, change, effect, surplus);
  }
}
