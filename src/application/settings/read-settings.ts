import { BrokenChain } from '../../domain/row';
import { emptyHistory, type SettingsHistory, withRow } from '../../domain/settings/settings-history';
import { readSettingsRow } from '../../domain/settings/settings-row';
import type { Ports } from '../ports';

/** The settings of a project as all their rows tell them. Throws BrokenChain where a row cannot be believed. */
export async function readSettings({ settings }: Pick<Ports, 'settings'>, projectId: string): Promise<SettingsHistory> {
  let history = emptyHistory(projectId);
  for (const stored of await settings.rows(projectId)) {
    if (stored === undefined) {
      const missing = (history.head?.seq ?? 0) + 1;
      throw new BrokenChain(
        `Row ${missing} of the settings of project ${projectId} is not there, though later ones are.`,
      );
    }
    history = withRow(history, readSettingsRow(stored, projectId, history.head));
  }
  return history;
}
