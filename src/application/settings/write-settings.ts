import { momentOf } from '../../domain/ids';
import { type SettingsHistory, withRow } from '../../domain/settings/settings-history';
import { sealSettingsRow, type SettingsRowDraft } from '../../domain/settings/settings-row';
import type { Ports } from '../ports';

/** The history with the row that follows it, or undefined if another row was quicker: then read and decide again. */
export async function writeSettings(
  { settings, clock }: Pick<Ports, 'settings' | 'clock'>,
  history: SettingsHistory,
  row: Pick<SettingsRowDraft, 'actor' | 'commandId' | 'entry'>,
): Promise<SettingsHistory | undefined> {
  const { projectId, head } = history;
  const sealed = sealSettingsRow({ ...row, projectId, now: momentOf(clock.now()) }, head);
  return (await settings.append(sealed)) === 'appended' ? withRow(history, sealed) : undefined;
}
