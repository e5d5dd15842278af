import type { Change } from '../domain/change';
import { evolve, headOf } from '../domain/evolve';
import { type IssueId, momentOf } from '../domain/ids';
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
export async function keepCheckpoint({ checkpoints }: Pick<Ports, 'checkpoints'>, change: Change): Promise<void> {
  try {
    await checkpoints.save(change);
  } catch (failure) {
    console.warn(`The checkpoint of issue ${change.issueId} was not kept; it will be with the next entry.`, failure);
  }
}
