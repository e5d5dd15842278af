import type { CheckReply } from '../../api-settings';
import { DEFAULT_POLICY } from '../../domain/policy';
import type { SettingsPorts } from '../ports';
import { readSettings } from '../settings/read-settings';
import { asAdministrator, type Visit } from '../settings/settings-page';
import { checkSetUp } from './check-set-up';

/** The set-up check as the person who asks may read it, by the settings that were saved last. */
export const checkPage = (ports: SettingsPorts, visit: Visit): Promise<CheckReply> =>
  asAdministrator(ports, visit, () => checkNow(ports, visit.projectId));

/** As `checkPage`, for whoever was found to have the right. */
export async function checkNow(ports: SettingsPorts, projectId: string): Promise<CheckReply> {
  const history = await readSettings(ports, projectId);
  const check = await checkSetUp(ports, projectId, history.versions.at(-1)?.policy ?? DEFAULT_POLICY, 'person');
  return check === undefined
    ? { kind: 'failed', message: 'This project is not there any more, or you may not see it.' }
    : { kind: 'checked', ...check };
}
