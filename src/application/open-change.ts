import { type AccountId, momentOf } from '../domain/ids';
import { type ReadChange, readChange } from './load-change';
import type { IssueReading, Ports } from './ports';
import { registerChange, type Registration } from './register-change';
import { withRoles } from './roles-held';
import type { Viewing } from './view-change';
import { keepCheckpoint } from './write-row';

export type Opened =
  { readonly kind: 'open'; readonly viewing: Viewing } | { readonly kind: 'not-here'; readonly message: string };

/**
 * The emergency change of an issue for the person who looks at it, after checking with his own rights that he may see
 * the issue. A change that nobody registered yet is registered here. Four remote calls for a change that is known, and
 * one for each role of the project that its policy names.
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
  const registration = await wholeChange(ports, known, reading, accountId);
  if (registration.kind === 'not-one') return { kind: 'not-here', message: NOT_ONE[registration.because](reading) };
  const { change } = registration;
  const held = await withRoles(ports, change, reading, accountId, groups);
  const person = { accountId, groups: held, mayEdit: reading.mayEdit };
  return { kind: 'open', viewing: { change, reading, person, at: momentOf(ports.clock.now()) } };
}

type WhyNotOne = Extract<Registration, { kind: 'not-one' }>['because'];

const NOT_ONE: Readonly<Record<WhyNotOne, (reading: IssueReading) => string>> = {
  'work-type': ({ issueKey }) => `${issueKey} is not an emergency change, so there is nothing to approve here.`,
  'switched-off': ({ issueKey }) =>
    `Emergency changes are switched off in this project, so ${issueKey} is not tracked. A project administrator can switch them on in the project settings.`,
};

/** Registers what is not registered, numbers what has no number, and keeps a checkpoint that fell behind. */
async function wholeChange(
  ports: Ports,
  known: ReadChange | undefined,
  reading: IssueReading,
  accountId: AccountId,
): Promise<Registration> {
  if (known === undefined || known.change.number === null) {
    return registerChange(ports, known?.change, reading, accountId, 'panel');
  }
  if (known.rowsAhead > 0) await keepCheckpoint(ports, known.change);
  return { kind: 'registered', change: known.change };
}
