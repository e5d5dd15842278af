import type { FieldMessage } from '../../api-settings';
import { type AccountId, type CommandId, momentOf } from '../../domain/ids';
import { DEFAULT_POLICY } from '../../domain/policy';
import type { SettingsDraft } from '../../domain/settings/settings-draft';
import { type SavedVersion, type SettingsHistory, waiting } from '../../domain/settings/settings-history';
import { changesBetween } from '../../domain/settings/settings-list';
import { type Ports, type SettingsPorts, SITE } from '../ports';
import { announceLoosening } from './announce-loosening';
import { policyToSave } from './calendar-calls';
import { readSettings } from './read-settings';
import { writeSettings } from './write-settings';

export interface SaveAttempt {
  /** Jira's id of the project, or `SITE` for what new projects start from. */
  readonly projectId: string;
  readonly accountId: AccountId;
  readonly commandId: CommandId;
  /** The last row that the person has seen. */
  readonly seq: number;
  readonly draft: SettingsDraft;
  readonly note: string;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly history: SettingsHistory }
  | { readonly kind: 'problems'; readonly problems: readonly FieldMessage[] }
  | { readonly kind: 'changed-meanwhile'; readonly history: SettingsHistory; readonly by: SavedVersion };

/** Most open changes of a project that are asked to look at its new settings at once; the others do so within a day. */
const MOST_AT_ONCE = 400;

/** Saves settings as a new version: once for each command, and never over one that the person has not seen. */
export async function saveSettings(ports: SettingsPorts, attempt: SaveAttempt): Promise<SaveOutcome> {
  for (;;) {
    const history = await readSettings(ports, attempt.projectId);
    if (history.commands.has(attempt.commandId)) return { kind: 'saved', history };
    const last = history.versions.at(-1);
    if (last !== undefined && last.seq > attempt.seq) return { kind: 'changed-meanwhile', history, by: last };
    const version = (last?.version ?? 0) + 1;
    const reply = policyToSave(ports, attempt.draft, version);
    if (reply.kind === 'problems') return reply;
    const { policy } = reply;
    // The same settings by somebody else count where those of their first author do not.
    if (last?.by === attempt.accountId && changesBetween(last.policy, policy).length === 0) {
      return { kind: 'problems', problems: [{ field: '', message: 'Nothing was changed since you last saved.' }] };
    }
    const entry = { kind: 'saved' as const, version, draft: attempt.draft, policy, note: attempt.note };
    const row = { actor: attempt.accountId, commandId: attempt.commandId, entry };
    const written = await writeSettings(ports, history, row);
    if (written !== undefined) return { kind: 'saved', history: await makeKnown(ports, written) };
  }
}

/** What follows from new settings. What fails here is made up for: the daily check announces, and changes look daily. */
async function makeKnown(ports: Ports, saved: SettingsHistory): Promise<SettingsHistory> {
  if (saved.projectId === SITE) return saved;
  try {
    await rememberWorkType(ports, saved);
    const open = await ports.checkpoints.ofProject(saved.projectId, MOST_AT_ONCE);
    if (open.length > 0) await ports.visits.ask(open);
    return await announceLoosening(ports, saved);
  } catch (failure) {
    console.warn(`Settings of project ${saved.projectId} are saved, but not made known yet.`, failure);
    return saved;
  }
}

/** The hourly reconciliation looks for issues of every work type that is or was one of emergency changes. */
export async function rememberWorkType({ settings }: Pick<Ports, 'settings'>, history: SettingsHistory): Promise<void> {
  const known = await settings.workTypes();
  const all = new Set([...known, ...history.versions.map(({ policy }) => policy.workType)]);
  all.delete(DEFAULT_POLICY.workType);
  if (all.size > known.length) await settings.rememberWorkTypes([...all]);
}

export type ConfirmOutcome =
  | { readonly kind: 'confirmed'; readonly history: SettingsHistory }
  | { readonly kind: 'refused'; readonly message: string; readonly history: SettingsHistory };

/** A second administrator agrees to a version that loosens something, so that it comes into force at once. */
export async function confirmSettings(
  ports: Ports,
  attempt: Pick<SaveAttempt, 'projectId' | 'accountId' | 'commandId'> & { readonly version: number },
): Promise<ConfirmOutcome> {
  const { projectId, accountId, commandId, version } = attempt;
  for (;;) {
    const history = await readSettings(ports, projectId);
    if (history.commands.has(commandId)) return { kind: 'confirmed', history };
    const refused = whyNotConfirm(history, version, accountId, momentOf(ports.clock.now()));
    if (refused !== null) return { kind: 'refused', message: refused, history };
    const entry = { kind: 'confirmed' as const, version };
    const written = await writeSettings(ports, history, { actor: accountId, commandId, entry });
    if (written !== undefined) return { kind: 'confirmed', history: written };
  }
}

/** Why a person may not confirm a version, in a sentence, or null if he may. */
export function whyNotConfirm(
  history: SettingsHistory,
  version: number,
  accountId: AccountId,
  at: SavedVersion['at'],
): string | null {
  const saved = waiting(history, at).find((one) => one.version === version);
  if (saved === undefined) return 'This version does not wait to be confirmed any more. Look at the history below.';
  if (saved.by === accountId) {
    return 'You saved this version, so another project administrator has to confirm it. Without that it comes into force 24 hours after both groups were told.';
  }
  return null;
}
