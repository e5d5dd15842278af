import type { Change } from '../domain/change';
import type { EventOf } from '../domain/event';
import {
  DEFAULT_POLICY,
  type GroupRole,
  groupNameOf,
  type PinnedPolicy,
  pinPolicy,
  statusIdsOf,
} from '../domain/policy';
import type { Actor } from '../domain/row';
import { declaredAt, requestersIn } from './issue-facts';
import { loadChange } from './load-change';
import { numberChange } from './number-change';
import type { IssueReading, Ports } from './ports';
import { askVisit, keepCheckpoint, writeFirstRow } from './write-row';

type FoundBy = EventOf<'registered'>['foundBy'];

/** Whether the issue is of the work type that the policy calls an emergency change. */
export const isEmergencyChange = (reading: IssueReading): boolean => reading.workType === DEFAULT_POLICY.workType;

/**
 * The change of this issue, registered and numbered: once, whoever comes first and however many come at the same
 * moment. What a crash left half done is finished here.
 */
export async function registerChange(
  ports: Ports,
  reading: IssueReading,
  actor: Actor,
  foundBy: FoundBy,
): Promise<Change> {
  const known = await loadChange(ports, reading.issueId);
  if (known !== undefined && known.number !== null) return known;
  const registered = known ?? (await writeRegistration(ports, reading, actor, foundBy));
  const numbered = await numberChange(ports, registered);
  await keepCheckpoint(ports, numbered);
  if (known === undefined) await askVisit(ports, reading.issueId);
  return numbered;
}

async function writeRegistration(ports: Ports, reading: IssueReading, actor: Actor, foundBy: FoundBy): Promise<Change> {
  const policy = await pinnedPolicy(ports, reading);
  const registered: EventOf<'registered'> = {
    type: 'registered',
    projectId: reading.projectId,
    issueKey: reading.issueKey,
    workType: reading.workType,
    declaredAt: declaredAt(reading, reading.workType),
    requesters: [...new Set(requestersIn(reading).map(({ accountId }) => accountId))],
    policy,
    registerFrom: await ports.register.lowestUnsearched(),
    foundBy,
  };
  const entry = { actor, commandId: ports.ids.commandId(), events: [registered] };
  const written = await writeFirstRow(ports, reading.issueId, { ...entry, policyVersion: policy.content.version });
  const change = written ?? (await loadChange(ports, reading.issueId));
  if (change === undefined) throw new Error(`Issue ${reading.issueId} was registered by somebody else and is gone.`);
  return change;
}

async function pinnedPolicy({ groups, projects }: Ports, reading: IssueReading): Promise<PinnedPolicy> {
  const policy = DEFAULT_POLICY;
  const idOf = (role: GroupRole) => {
    const name = groupNameOf(role, policy);
    return name === null ? null : groups.idOf(name);
  };
  const [statuses, lead, security, escalation, peerReview] = await Promise.all([
    projects.statusesOf(reading.projectId),
    idOf('engineering-lead'),
    idOf('security'),
    idOf('escalation'),
    idOf('peerReview'),
  ]);
  return pinPolicy(policy, {
    groupIds: { 'engineering-lead': lead, security, escalation, peerReview },
    kindFieldId: reading.fieldIds.get(policy.kindField) ?? null,
    statusIds: statusIdsOf(policy, statuses),
  });
}
