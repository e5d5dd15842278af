import type { Change } from '../domain/change';
import type { EventOf } from '../domain/event';
import { momentOf } from '../domain/ids';
import { requestersOf } from '../domain/issue-facts';
import { isSettled } from '../domain/next-visit';
import type { PinnedPolicy } from '../domain/policy';
import { BrokenChain } from '../domain/row';
import { judgedAnew, restsOnRequester } from '../domain/settings/judging-policy';
import type { SettingsHistory } from '../domain/settings/settings-history';
import { factsOf } from './issue-facts';
import { catchUp } from './load-change';
import { pinPolicy } from './pin-policy';
import type { IssueReading, Ports } from './ports';
import { readSettings } from './settings/read-settings';
import { writeRow } from './write-row';

/**
 * The change, judged by stricter settings that were saved since, or by those of others where a requester had saved
 * them. One read where nothing was saved.
 */
export async function judgeAnew(ports: Ports, start: Change, reading: IssueReading): Promise<Change> {
  for (let change = start; ; change = await catchUp(ports, change)) {
    const event = await replacement(ports, change, reading);
    if (event === undefined) return change;
    const entry = { actor: 'app' as const, commandId: ports.ids.commandId(), events: [event] };
    const written = await writeRow(ports, change, entry);
    if (written !== undefined) return written;
  }
}

async function replacement(
  ports: Ports,
  change: Change,
  reading: IssueReading,
): Promise<EventOf<'policy-replaced'> | undefined> {
  const { policy, projectId, registeredAt } = change;
  if (isSettled(change)) return undefined;
  const now = momentOf(ports.clock.now());
  const requesters = requestersOf(change, factsOf(change, reading, now));
  const byRequester = restsOnRequester(policy, requesters);
  const later = await ports.settings.row(projectId, policy.settingsSeq + 1);
  if (later === undefined && !byRequester) return undefined;
  const history = await believed(ports, projectId);
  if (history === undefined) return undefined;
  const judgedBy = judgedAnew(policy, history, { registeredAt, now }, requesters);
  if (judgedBy === undefined) return undefined;
  const pinned = await pinPolicy(ports, reading, judgedBy, { settingsSeq: history.head?.seq ?? 0, at: registeredAt });
  const because = byRequester ? 'author-is-requester' : 'stricter-settings';
  return { type: 'policy-replaced', policy: { ...pinned, statusIds: stagesKept(pinned, policy) }, because };
}

/** Settings that were spoilt change nothing of how a registered change is judged, nor keep it from being looked after. */
async function believed(ports: Ports, projectId: string): Promise<SettingsHistory | undefined> {
  try {
    return await readSettings(ports, projectId);
  } catch (failure) {
    if (!(failure instanceof BrokenChain)) throw failure;
    console.error('Registered changes go on by the settings that are pinned with them.', failure);
    return undefined;
  }
}

/** A status that was renamed since keeps the stage that it was pinned with. */
function stagesKept({ statusIds: now }: PinnedPolicy, { statusIds: before }: PinnedPolicy): PinnedPolicy['statusIds'] {
  const placed = new Set(Object.values(now).flat());
  const kept = (stage: keyof typeof now) => [...now[stage], ...before[stage].filter((id) => !placed.has(id))];
  return {
    deploying: kept('deploying'),
    deployed: kept('deployed'),
    closed: kept('closed'),
    cancelled: now.cancelled,
  };
}
