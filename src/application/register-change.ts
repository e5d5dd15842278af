import type { Change } from '../domain/change';
import type { EventOf } from '../domain/event';
import { momentOf } from '../domain/ids';
import type { Actor } from '../domain/row';
import { policyFor } from '../domain/settings/judging-policy';
import { declaredAt, requestersIn } from './issue-facts';
import { loadChange } from './load-change';
import { numberChange } from './number-change';
import { pinPolicy } from './pin-policy';
import type { IssueReading, Ports } from './ports';
import { readSettings } from './settings/read-settings';
import { askVisit, keepCheckpoint, writeFirstRow } from './write-row';

type FoundBy = EventOf<'registered'>['foundBy'];

export type Registration =
  | { readonly kind: 'registered'; readonly change: Change }
  /** Not of the work type that the project's settings name, or the project has emergency changes switched off. */
  | { readonly kind: 'not-one'; readonly because: 'work-type' | 'switched-off' };

/**
 * The change of this issue, registered and numbered: once, whoever comes first and however many come at the same
 * moment. What a crash left half done is finished here. `known` is the change as loaded, if it is registered.
 */
export async function registerChange(
  ports: Ports,
  known: Change | undefined,
  reading: IssueReading,
  actor: Actor,
  foundBy: FoundBy,
): Promise<Registration> {
  if (known !== undefined && known.number !== null) return { kind: 'registered', change: known };
  const registered: Registration =
    known === undefined
      ? await writeRegistration(ports, reading, actor, foundBy)
      : { kind: 'registered', change: known };
  if (registered.kind === 'not-one') return registered;
  const numbered = await numberChange(ports, registered.change);
  await keepCheckpoint(ports, numbered);
  if (known === undefined) await askVisit(ports, reading.issueId);
  return { kind: 'registered', change: numbered };
}

async function writeRegistration(
  ports: Ports,
  reading: IssueReading,
  actor: Actor,
  foundBy: FoundBy,
): Promise<Registration> {
  const requesters = new Set(requestersIn(reading).map(({ accountId }) => accountId));
  const history = await readSettings(ports, reading.projectId);
  const at = momentOf(ports.clock.now());
  const judgedBy = policyFor(history, at, requesters);
  if (reading.workType !== judgedBy.policy.workType) return { kind: 'not-one', because: 'work-type' };
  if (!judgedBy.policy.enabled) return { kind: 'not-one', because: 'switched-off' };
  const policy = await pinPolicy(ports, reading, judgedBy, { settingsSeq: history.head?.seq ?? 0, at });
  const registered: EventOf<'registered'> = {
    type: 'registered',
    projectId: reading.projectId,
    issueKey: reading.issueKey,
    workType: reading.workType,
    declaredAt: declaredAt(reading, reading.workType),
    requesters: [...requesters],
    policy,
    registerFrom: await ports.register.lowestUnsearched(),
    foundBy,
  };
  const entry = { actor, commandId: ports.ids.commandId(), events: [registered] };
  const written = await writeFirstRow(ports, reading.issueId, { ...entry, policyVersion: policy.content.version });
  const change = written ?? (await loadChange(ports, reading.issueId));
  if (change === undefined) throw new Error(`Issue ${reading.issueId} was registered by somebody else and is gone.`);
  return { kind: 'registered', change };
}
