import type { Change } from '../domain/change';
import { evolve, headOf } from '../domain/evolve';
import { type IssueId, type Moment, momentOf } from '../domain/ids';
import { isSettled, nextVisit } from '../domain/next-visit';
import { type RowDraft, sealRow } from '../domain/row';
import type { Ports } from './ports';

type Entry = Pick<RowDraft, 'actor' | 'commandId' | 'events'>;

/**
 * Writes the row that follows `change` and answers with the change after it, or undefined if another row was quicker:
 * then read again and decide again. The checkpoint is not touched.
 */
export async function writeRow(
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
  change: Change,
  entry: Entry,
): Promise<Change | undefined> {
  const row = sealRow(
    { ...entry, issueId: change.issueId, now: momentOf(clock.now()), policyVersion: change.policy.content.version },
    headOf(change),
  );
  return (await ledger.append(row)) === 'appended' ? evolve(change, row) : undefined;
}

/** Where the next row of `change` will stand if it is written now. */
export function nextPlace(
  { clock }: Pick<Ports, 'clock'>,
  change: Change,
): { readonly seq: number; readonly at: Moment } {
  const now = momentOf(clock.now());
  return { seq: change.seq + 1, at: now > change.at ? now : change.at };
}

/** Writes row 1, which `entry` has to register. Undefined if somebody else has just done so. */
export async function writeFirstRow(
  { ledger, clock, cloudId }: Pick<Ports, 'ledger' | 'clock' | 'cloudId'>,
  issueId: IssueId,
  entry: Entry & Pick<RowDraft, 'policyVersion'>,
): Promise<Change | undefined> {
  const row = sealRow({ ...entry, issueId, cloudId, now: momentOf(clock.now()) }, undefined);
  return (await ledger.append(row)) === 'appended' ? evolve(undefined, row) : undefined;
}

/**
 * Keeps the checkpoint up with the rows. A failure here loses nothing, since readers roll forward from the last one
 * that was kept; so the act that was recorded stands, and the failure is only reported.
 */
export async function keepCheckpoint(
  { checkpoints, clock }: Pick<Ports, 'checkpoints' | 'clock'>,
  change: Change,
  visitAt: Moment = nextVisit(change, momentOf(clock.now())),
): Promise<void> {
  try {
    const state = isSettled(change) ? 'settled' : 'open';
    await checkpoints.save(change, { state, nextActionAt: visitAt });
  } catch (failure) {
    console.warn(`The checkpoint of issue ${change.issueId} was not kept; it will be with the next entry.`, failure);
  }
}

/** Asks for a visit. If that fails the change is found by its due time, so the failure is only reported. */
export async function askVisit({ visits }: Pick<Ports, 'visits'>, issueId: string, delaySeconds = 0): Promise<void> {
  try {
    await visits.ask([issueId], delaySeconds);
  } catch (failure) {
    console.warn(`No visit could be asked for issue ${issueId}; the hourly sweep makes up for it.`, failure);
  }
}
