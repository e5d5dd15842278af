import type { Change } from '../domain/change';
import { type AccountId, momentOf } from '../domain/ids';
import { type ReadChange, readChange } from './load-change';
import type { IssueReading, Ports } from './ports';
import { isEmergencyChange, registerChange } from './register-change';
import type { Viewing } from './view-change';
import { keepCheckpoint } from './write-row';

export type Opened =
  { readonly kind: 'open'; readonly viewing: Viewing } | { readonly kind: 'not-here'; readonly message: string };

/**
 * The emergency change of an issue for the person who looks at it, after checking with his own rights that he may see
 * the issue. A change that nobody registered yet is registered here. Four remote calls for a change that is known.
 */
export async function openChange(ports: Ports, issueId: string, accountId: AccountId): Promise<Opened> {
  const [reading, groups] = await Promise.all([ports.issues.asPerson(issueId), ports.people.myGroups()]);
  if (reading === undefined) {
    return {
      kind: 'not-here',
      message: 'This issue does not exist or you may not see it. Ask a project administrator for access.',
    };
  }
  const known = await readChange(ports, reading.issueId);
  if (known === undefined && !isEmergencyChange(reading)) {
    return {
      kind: 'not-here',
      message: `${reading.issueKey} is not an emergency change, so there is nothing to approve here.`,
    };
  }
  const person = { accountId, groups, mayEdit: reading.mayEdit };
  const change = await wholeChange(ports, known, reading, accountId);
  return { kind: 'open', viewing: { change, reading, person, at: momentOf(ports.clock.now()) } };
}

/** Registers what is not registered, numbers what has no number, and keeps a checkpoint that fell behind. */
async function wholeChange(
  ports: Ports,
  known: ReadChange | undefined,
  reading: IssueReading,
  accountId: AccountId,
): Promise<Change> {
  if (known === undefined || known.change.number === null) return registerChange(ports, reading, accountId, 'panel');
  if (known.rowsAhead > 0) await keepCheckpoint(ports, known.change);
  return known.change;
}
