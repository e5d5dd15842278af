import { addHours } from 'date-fns';
import { type AccountId, type CommandId, type Moment, momentOf } from '../ids';
import type { Policy } from '../policy';
import { BrokenChain, type ChainHead } from '../row';
import type { SettingsDraft } from './settings-draft';
import { loosens, tightened } from './settings-list';
import { personOf, type SettingsEntry, settingsHead, type SettingsRow } from './settings-row';

/** How long both groups know of a loosening before it comes into force without a second administrator. */
const NOTICE_HOURS = 24;

export interface SavedVersion {
  readonly version: number;
  readonly seq: number;
  readonly at: Moment;
  readonly by: AccountId;
  readonly note: string;
  readonly draft: SettingsDraft;
  readonly policy: Policy;
  readonly confirmedBy: readonly { readonly by: AccountId; readonly at: Moment }[];
  /** When both groups had been told what it loosens. */
  readonly noticedAt: Moment | null;
}

export type RecordedCheck = Extract<SettingsEntry, { kind: 'checked' }> & {
  readonly seq: number;
  readonly at: Moment;
};

/** A project's settings as all their rows tell them. */
export interface SettingsHistory {
  readonly projectId: string;
  readonly head: ChainHead | undefined;
  /** Oldest first. */
  readonly versions: readonly SavedVersion[];
  readonly lastCheck: RecordedCheck | null;
  /** Holes of which the administrators were told, and that no complete check has found mended since. */
  readonly toldHoles: readonly string[];
  readonly commands: ReadonlySet<CommandId>;
}

export const emptyHistory = (projectId: string): SettingsHistory => ({
  projectId,
  head: undefined,
  versions: [],
  lastCheck: null,
  toldHoles: [],
  commands: new Set(),
});

export function withRow(history: SettingsHistory, row: SettingsRow): SettingsHistory {
  const commands = new Set([...history.commands, row.commandId]);
  return { ...told(history, row), head: settingsHead(row), commands };
}

function told(history: SettingsHistory, row: SettingsRow): SettingsHistory {
  const { entry, seq, at } = row;
  switch (entry.kind) {
    case 'saved': {
      const { version, draft, policy, note } = entry;
      const saved = { version, seq, at, by: personOf(row), note, draft, policy, confirmedBy: [], noticedAt: null };
      return { ...history, versions: [...history.versions, saved] };
    }
    case 'confirmed':
      return withVersion(history, entry.version, (saved) => ({
        ...saved,
        confirmedBy: [...saved.confirmedBy, { by: personOf(row), at }],
      }));
    case 'noticed':
      return withVersion(history, entry.version, (saved) => ({ ...saved, noticedAt: saved.noticedAt ?? at }));
    case 'checked':
      return {
        ...history,
        lastCheck: { ...entry, seq, at },
        toldHoles: history.toldHoles.filter((id) => entry.unread.length > 0 || entry.holes.includes(id)),
      };
    case 'told':
      return { ...history, toldHoles: [...new Set([...history.toldHoles, ...entry.holes])] };
    case 'set-up':
      return history;
  }
}

function withVersion(history: SettingsHistory, version: number, step: (saved: SavedVersion) => SavedVersion) {
  if (!history.versions.some((saved) => saved.version === version)) {
    throw new BrokenChain(
      `The settings of project ${history.projectId} speak of a version ${version} that is not there.`,
    );
  }
  return { ...history, versions: history.versions.map((saved) => (saved.version === version ? step(saved) : saved)) };
}

/** The settings that count for somebody at a moment, and whose acts that rests on. */
export interface InForce {
  readonly policy: Policy;
  /** Who saved what counts, and who confirmed a loosening in it that notice alone had not brought into force. */
  readonly authors: readonly AccountId[];
}

const NOBODY: ReadonlySet<AccountId> = new Set();

/**
 * What is in force at `at` for a change with these requesters, or undefined if nothing that counts was saved. A version
 * by a requester does not count. One that loosens something waits, both against what is in force for all and against
 * what counts here, until a second administrator who is no requester confirms it, or for 24 hours after both groups
 * were told; what it makes stricter counts at once.
 */
export function inForce(
  { versions }: Pick<SettingsHistory, 'versions'>,
  at: Moment,
  requesters: ReadonlySet<AccountId> = NOBODY,
): InForce | undefined {
  let forAll: Policy | undefined;
  let counting: InForce | undefined;
  for (const saved of versions) {
    if (saved.at > at) break;
    if (!requesters.has(saved.by)) counting = succeeding(counting, saved, [forAll, counting?.policy], at, requesters);
    forAll = succeeding(forAll && { policy: forAll, authors: [] }, saved, [forAll], at, NOBODY)?.policy;
  }
  return counting;
}

function succeeding(
  before: InForce | undefined,
  saved: SavedVersion,
  references: readonly (Policy | undefined)[],
  at: Moment,
  requesters: ReadonlySet<AccountId>,
): InForce | undefined {
  if (!references.some((one) => one !== undefined && loosens(one, saved.policy))) {
    return { policy: saved.policy, authors: [saved.by] };
  }
  if (isNoticed(saved, at)) return { policy: saved.policy, authors: [saved.by] };
  const second = saved.confirmedBy.find((one) => one.at <= at && one.by !== saved.by && !requesters.has(one.by));
  if (second !== undefined) return { policy: saved.policy, authors: [saved.by, second.by] };
  return before && { policy: tightened(before.policy, saved.policy), authors: before.authors };
}

/** When a loosening comes into force by itself, or null while the groups were not told. */
export const noticeEnds = ({ noticedAt }: SavedVersion): Moment | null =>
  noticedAt === null ? null : momentOf(addHours(new Date(noticedAt), NOTICE_HOURS));

const isNoticed = (saved: SavedVersion, at: Moment): boolean => {
  const ends = noticeEnds(saved);
  return ends !== null && ends <= at;
};

/** The newest versions that loosen what is in force at `at` and wait; oldest first. */
export function waiting(history: SettingsHistory, at: Moment): readonly SavedVersion[] {
  const { versions } = history;
  return versions.filter((saved, index) => {
    const before = inForce({ versions: versions.slice(0, index) }, at);
    const isSuperseded = inForceVersion(history, at) > saved.version;
    return (
      before !== undefined &&
      !isSuperseded &&
      inForceVersion({ versions: versions.slice(0, index + 1) }, at) !== saved.version
    );
  });
}

/** The number of the version in force for all at `at`; 0 where none was saved. */
export const inForceVersion = (history: Pick<SettingsHistory, 'versions'>, at: Moment): number =>
  inForce(history, at)?.policy.version ?? 0;
