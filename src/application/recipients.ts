import type { Change } from '../domain/change';
import type { Audience } from '../domain/effect';
import type { AccountId } from '../domain/ids';
import type { PolicyGroup } from '../domain/policy';
import { groupInWords } from '../domain/words';
import { type IssueReading, type Ports, type Recipient, RefusedByJira } from './ports';

type Place = Pick<IssueReading, 'projectId'>;

/**
 * Whom an e-mail goes to. Of several groups, those that exist are told; where an audience has none of them, it is
 * refused as a whole, so that the ledger says that somebody was not told.
 */
export async function recipientsOf(
  ports: Pick<Ports, 'groups'>,
  change: Change,
  place: Place,
  to: readonly Audience[],
): Promise<readonly Recipient[]> {
  const found = await Promise.all(to.map((audience) => recipientsIn(ports, change, place, audience)));
  const recipients = found.flat();
  if (recipients.length === 0) throw new RefusedByJira('There is nobody to tell.');
  return distinct(recipients);
}

async function recipientsIn(
  ports: Pick<Ports, 'groups'>,
  change: Change,
  place: Place,
  audience: Audience,
): Promise<readonly Recipient[]> {
  if (audience.kind === 'person') return [audience];
  const named = change.policy.content.groups[audience.role];
  if (named.length === 0) return [];
  const names = groupInWords(audience.role, change);
  if (named.every(({ id }) => id === null)) {
    throw new RefusedByJira(`This Jira had no ${names} when the change was registered, so nobody could be told.`);
  }
  const found = (await Promise.all(named.map((group) => recipientsOfGroup(ports, place, group)))).flat();
  if (found.length > 0) return found;
  throw new RefusedByJira(
    `The project has nobody in ${names}, or does not let the app see who it is, so nobody could be told.`,
  );
}

/** Jira's notify takes people and groups, so a role is told as the people and groups in it. */
export async function recipientsOfGroup(
  { groups }: Pick<Ports, 'groups'>,
  { projectId }: Place,
  group: PolicyGroup,
): Promise<readonly Recipient[]> {
  if (group.id === null) return [];
  if (group.kind === 'group') return [{ kind: 'group', groupId: group.id }];
  const actors = await groups.actorsOf(group, projectId);
  return [
    ...(actors?.people ?? []).map((accountId): Recipient => ({ kind: 'person', accountId })),
    ...(actors?.groupIds ?? []).map((groupId): Recipient => ({ kind: 'group', groupId })),
  ];
}

const distinct = (recipients: readonly Recipient[]): readonly Recipient[] => [
  ...new Map(recipients.map((one) => [one.kind === 'group' ? one.groupId : one.accountId, one])).values(),
];

/** The people to mention. Best effort: the e-mail is the notification. */
export async function peopleIn(
  { groups }: Pick<Ports, 'groups'>,
  change: Change,
  { projectId }: Place,
  to: readonly Audience[],
): Promise<readonly AccountId[]> {
  const people = await Promise.all(
    to.map(async (audience) => {
      if (audience.kind === 'person') return [audience.accountId];
      const known = change.policy.content.groups[audience.role].filter(({ id }) => id !== null);
      return (await Promise.all(known.map((group) => groups.membersOf(group, projectId)))).flat();
    }),
  );
  return [...new Set(people.flat())];
}
