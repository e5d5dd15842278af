import type { ConsiderReply } from '../../api-settings';
import { momentOf } from '../../domain/ids';
import { DEFAULT_POLICY, type Policy } from '../../domain/policy';
import { readDraft } from '../../domain/settings/read-draft';
import { inForce, type SettingsHistory } from '../../domain/settings/settings-history';
import { changesBetween } from '../../domain/settings/settings-list';
import type { SettingsPorts } from '../ports';
import { isPlaceOf, policyToSave } from './calendar-calls';
import { withGroupIds } from './group-ids';
import { readSettings } from './read-settings';
import { asAdministrator, type Visit } from './settings-page';

/** Says what saving a draft would do, and saves nothing. */
export const considerPage = (ports: SettingsPorts, visit: Visit, input: unknown): Promise<ConsiderReply> =>
  asAdministrator(ports, visit, async () => {
    const reading = readDraft(input, { isPlace: isPlaceOf(ports.holidays) });
    if (reading.kind === 'problems') return reading;
    const draft = await withGroupIds(ports, visit.projectId, reading.draft);
    if (draft.kind === 'problems') return draft;
    const history = await readSettings(ports, visit.projectId);
    const reply = policyToSave(ports, draft.draft, (history.versions.at(-1)?.version ?? 0) + 1);
    return reply.kind === 'problems' ? reply : considered(history, reply.policy, ports.clock.now());
  });

function considered(history: SettingsHistory, policy: Policy, now: Date): ConsiderReply {
  const before = inForce(history, momentOf(now))?.policy;
  return {
    kind: 'considered',
    changes: changesBetween(history.versions.at(-1)?.policy ?? DEFAULT_POLICY, policy),
    waits: before === undefined ? [] : changesBetween(before, policy).filter(({ loosens }) => loosens),
  };
}
