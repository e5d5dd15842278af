import type {
  SettingsChoices,
  SettingsView,
  FieldMessage,
  ProjectView,
  VersionView,
  WaitingView,
} from '../../api-settings';
import { type AccountId, type Moment, momentOf } from '../../domain/ids';
import { DEFAULT_POLICY } from '../../domain/policy';
import { draftOf } from '../../domain/settings/policy-of';
import type { SettingsDraft } from '../../domain/settings/settings-draft';
import {
  inForce,
  inForceVersion,
  noticeEnds,
  type SavedVersion,
  type SettingsHistory,
  waiting,
} from '../../domain/settings/settings-history';
import { changesBetween } from '../../domain/settings/settings-list';
import { whyNotConfirm } from './save-settings';

/** What the page shows beside the chain itself. */
export interface SettingsScene {
  readonly project: ProjectView;
  readonly accountId: AccountId;
  readonly choices: SettingsChoices;
  readonly warnings: readonly FieldMessage[];
  /** What a project without settings starts from. */
  readonly defaults: SettingsDraft;
  readonly now: Date;
}

export function viewSettings(history: SettingsHistory, scene: SettingsScene): SettingsView {
  const at = momentOf(scene.now);
  return {
    kind: 'settings',
    project: scene.project,
    seq: history.head?.seq ?? 0,
    draft: history.versions.at(-1)?.draft ?? scene.defaults,
    choices: scene.choices,
    versions: viewVersions(history, at),
    waiting: waiting(history, at).map((saved) => viewWaiting(history, saved, scene.accountId, at)),
    warnings: scene.warnings,
  };
}

/** Newest first. */
export const viewVersions = (history: SettingsHistory, at: Moment): readonly VersionView[] =>
  history.versions
    .map((saved, index) => ({
      version: saved.version,
      seq: saved.seq,
      at: saved.at,
      by: saved.by,
      note: saved.note,
      changes: changesBetween(history.versions[index - 1]?.policy ?? DEFAULT_POLICY, saved.policy),
      state: stateOf(history, index, at),
    }))
    .reverse();

function stateOf(history: SettingsHistory, index: number, at: Moment): VersionView['state'] {
  const { versions } = history;
  const version = versions[index]?.version;
  if (inForceVersion(history, at) === version) return 'in-force';
  if (waiting(history, at).some((saved) => saved.version === version)) return 'waiting';
  const until = versions[index + 1]?.at ?? at;
  const wasInForce = inForceVersion({ versions: versions.slice(0, index + 1) }, until) === version;
  return wasInForce ? 'replaced' : 'never-in-force';
}

function viewWaiting(history: SettingsHistory, saved: SavedVersion, accountId: AccountId, at: Moment): WaitingView {
  const whyNot = whyNotConfirm(history, saved.version, accountId, at);
  const before = inForce({ versions: history.versions.filter(({ version }) => version < saved.version) }, at);
  return {
    version: saved.version,
    by: saved.by,
    at: saved.at,
    loosens: changesBetween(before?.policy ?? DEFAULT_POLICY, saved.policy).filter((change) => change.loosens),
    noticedAt: saved.noticedAt,
    inForceAt: noticeEnds(saved),
    mayConfirm: whyNot === null,
    whyNot,
  };
}

/** What a project without settings starts from: the site's defaults, else the built-in policy. */
export const defaultsOf = (site: SettingsHistory): SettingsDraft =>
  site.versions.at(-1)?.draft ?? draftOf(DEFAULT_POLICY);
