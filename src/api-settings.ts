/** What the settings page and the site page ask of their resolvers, and what these answer. Types only. */
import type { Failed } from './api';
import type { Holiday } from './domain/calendar/business-calendar';
import type { DuePreview } from './domain/calendar/due-preview';
import type { GroupRole, PolicyGroup } from './domain/policy';
import type { CalendarDraft, SettingsDraft } from './domain/settings/settings-draft';

export type { CalendarDraft, DuePreview, GroupRole, Holiday, PolicyGroup, SettingsDraft };

/** The person may not do that; `message` says who can. */
export interface NotAllowed {
  readonly kind: 'not-allowed';
  readonly message: string;
}

export interface ProjectView {
  readonly projectId: string;
  readonly key: string;
  readonly name: string;
  readonly style: 'company-managed' | 'team-managed';
}

/** One saved version. `seq` is its row in the project's settings chain. */
export interface VersionView {
  readonly version: number;
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  /** Why, in the administrator's words; may be empty. */
  readonly note: string;
  /** What it changed, compared with the version before. */
  readonly changes: readonly ChangedSetting[];
  /** Whether it is in force, waits, was replaced before it came into force, or was replaced later. */
  readonly state: 'in-force' | 'waiting' | 'never-in-force' | 'replaced';
}

/** A setting in words, before and after. `loosens`: it asks less than before. */
export interface ChangedSetting {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly loosens: boolean;
}

/** A version that loosens something and is not in force yet. What it makes stricter already counts. */
export interface WaitingView {
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly loosens: readonly ChangedSetting[];
  /** When both groups were told; null while that did not succeed. */
  readonly noticedAt: string | null;
  /** When it comes into force by itself; null until both groups were told. */
  readonly inForceAt: string | null;
  readonly mayConfirm: boolean;
  /** Why this person may not confirm it; null if he may. */
  readonly whyNot: string | null;
}

/** `field` is a path in the draft, such as `groups.security` or `calendar.added[3].date`. */
export interface FieldMessage {
  readonly field: string;
  readonly message: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the lists of the form offer. */
export interface SettingsChoices {
  readonly workTypes: readonly string[];
  readonly statuses: readonly string[];
  /** Names of select fields that can hold the kind of critical issue. */
  readonly kindFields: readonly string[];
  readonly roles: readonly PolicyGroup[];
  readonly timeZones: readonly string[];
  readonly countries: readonly Choice[];
}

export interface SettingsView {
  readonly kind: 'settings';
  readonly project: ProjectView;
  /** The last row of the settings chain that this page has seen; goes back with `save`. 0: nothing saved. */
  readonly seq: number;
  /** What the form starts from: the last saved version, else the site's defaults. */
  readonly draft: SettingsDraft;
  readonly choices: SettingsChoices;
  /** Newest first. */
  readonly versions: readonly VersionView[];
  readonly waiting: readonly WaitingView[];
  /** Of the groups: empty, the same people, only one left for a requester. They do not keep anybody from saving. */
  readonly warnings: readonly FieldMessage[];
}

export type SettingsReply = SettingsView | NotAllowed | Failed;

export interface SaveRequest {
  readonly commandId: string;
  readonly seq: number;
  readonly draft: SettingsDraft;
  readonly note: string;
}

export type SaveReply =
  | { readonly kind: 'saved'; readonly settings: SettingsView }
  | { readonly kind: 'problems'; readonly problems: readonly FieldMessage[] }
  /** Somebody else saved in the meantime. Nothing was saved; the draft is still with the page. */
  | { readonly kind: 'changed-meanwhile'; readonly settings: SettingsView; readonly message: string }
  | NotAllowed
  | Failed;

/** What saving a draft would do. Nothing is saved. */
export type ConsiderReply =
  | {
      readonly kind: 'considered';
      /** Compared with the last saved version, or with the built-in rules where nothing was saved. */
      readonly changes: readonly ChangedSetting[];
      /** What asks less than what is in force and so would wait; empty: all of it counts at once. */
      readonly waits: readonly ChangedSetting[];
    }
  | { readonly kind: 'problems'; readonly problems: readonly FieldMessage[] }
  | NotAllowed
  | Failed;

export type ConfirmReply =
  | { readonly kind: 'confirmed'; readonly settings: SettingsView }
  | { readonly kind: 'refused'; readonly message: string; readonly settings: SettingsView }
  | NotAllowed
  | Failed;

export type HolidaysReply =
  | {
      readonly kind: 'holidays';
      readonly holidays: readonly Holiday[];
      readonly regions: readonly Choice[];
    }
  | { readonly kind: 'problems'; readonly problems: readonly FieldMessage[] }
  | NotAllowed
  | Failed;

export type ImportReply =
  | { readonly kind: 'days'; readonly days: readonly Holiday[]; readonly skipped: readonly string[] }
  | { readonly kind: 'problems'; readonly problems: readonly FieldMessage[] }
  | NotAllowed
  | Failed;

export type PreviewReply =
  | { readonly kind: 'preview'; readonly preview: DuePreview }
  | { readonly kind: 'problems'; readonly problems: readonly FieldMessage[] }
  | NotAllowed
  | Failed;

export type ComparisonReply =
  { readonly kind: 'comparison'; readonly changes: readonly ChangedSetting[] } | NotAllowed | Failed;

export type GroupsReply = { readonly kind: 'groups'; readonly groups: readonly PolicyGroup[] } | NotAllowed | Failed;

/** What could let a change escape, and how to mend it. */
export interface FindingView {
  /** Stable for the same hole, such as `gate-missing:workflow-id:transition-id`. */
  readonly id: string;
  readonly severity: 'hole' | 'warning';
  readonly title: string;
  /** The risk in one sentence. */
  readonly risk: string;
  readonly mend: string;
  /** The set-up step whose button mends it; null where a person has to. */
  readonly stepId: string | null;
}

export type CheckReply =
  | {
      readonly kind: 'checked';
      readonly at: string;
      readonly findings: readonly FindingView[];
      /** What could not be read, and who could; the check is not complete then. */
      readonly unread: readonly string[];
    }
  | NotAllowed
  | Failed;

/** What the form of the settings asks, on either page. */
export type FormCalls = Record<'find-groups', (request: { readonly query: string }) => GroupsReply> &
  Record<'holidays', (request: { readonly calendar: CalendarDraft; readonly year: number }) => HolidaysReply> &
  Record<'import-days', (request: { readonly ics: string }) => ImportReply> &
  Record<
    'preview-due',
    (request: { readonly calendar: CalendarDraft; readonly deployedOn: string; readonly days: number }) => PreviewReply
  >;

/** The settings page (project administrators). Every call is about the project where the page stands. */
export type SettingsCalls = Record<'view', () => SettingsReply> &
  Record<'consider', (request: { readonly draft: SettingsDraft }) => ConsiderReply> &
  Record<'save', (request: SaveRequest) => SaveReply> &
  Record<'confirm', (request: { readonly version: number; readonly commandId: string }) => ConfirmReply> &
  Record<'compare', (request: { readonly from: number; readonly to: number }) => ComparisonReply> &
  Record<'check', () => CheckReply> &
  FormCalls;

/** One thing that the set-up makes, or finds already there. */
export interface SetUpStepView {
  readonly stepId: string;
  readonly title: string;
  /** What exactly it will do, before it does it. */
  readonly detail: string;
  /** `by-hand`: Jira lets no app do that here; `detail` spells out the steps. `waits`: an earlier step comes first. */
  readonly state: 'there' | 'to-do' | 'waits' | 'running' | 'by-hand';
  /** Of a running task of Jira, 0 to 100; else null. */
  readonly progress: number | null;
}

export interface SetUpView {
  readonly kind: 'plan';
  readonly project: ProjectView;
  readonly steps: readonly SetUpStepView[];
  readonly groups: Readonly<Record<'engineering-lead' | 'security', readonly PolicyGroup[]>>;
  /** All steps are there and the settings are saved. */
  readonly complete: boolean;
}

export type SetUpReply = SetUpView | NotAllowed | Failed;

export type StepReply =
  | { readonly kind: 'done'; readonly setUp: SetUpView }
  | { readonly kind: 'refused'; readonly message: string; readonly setUp: SetUpView }
  | NotAllowed
  | Failed;

export interface SiteProjectView extends ProjectView {
  /** Null: nothing saved for it. */
  readonly version: number | null;
  readonly enabled: boolean;
  /** What the last check recorded. `partly-read`: no hole in what the app could read, which was not everything. */
  readonly setUp: 'not-set-up' | 'not-checked' | 'partly-read' | 'sound' | 'holes';
  readonly holes: number;
  readonly checkedAt: string | null;
  /** About how many of its open emergency changes have a breach, by Jira's index; null where it does not say. */
  readonly openBreaches: number | null;
}

export interface DefaultsView {
  /** The last row of the chain of the defaults; goes back with `save-defaults`. 0: nothing saved. */
  readonly seq: number;
  readonly draft: SettingsDraft;
}

export interface SiteProjects {
  readonly projects: readonly SiteProjectView[];
  /** Goes on where `projects` ends; null at the end. */
  readonly nextCursor: string | null;
}

export interface SiteView extends SiteProjects {
  readonly kind: 'site';
  readonly defaults: DefaultsView;
  readonly choices: SettingsChoices;
}

export type SiteReply = SiteView | NotAllowed | Failed;

export type ProjectsReply = (SiteProjects & { readonly kind: 'projects' }) | NotAllowed | Failed;

export type SaveDefaultsReply =
  | { readonly kind: 'saved'; readonly defaults: DefaultsView }
  | { readonly kind: 'problems'; readonly problems: readonly FieldMessage[] }
  /** Somebody else saved in the meantime. Nothing was saved; the draft is still with the page. */
  | { readonly kind: 'changed-meanwhile'; readonly defaults: DefaultsView; readonly message: string }
  | NotAllowed
  | Failed;

/** The site page (Jira administrators). */
export type SiteCalls = Record<'view', () => SiteReply> &
  Record<
    'find-projects',
    /** `cursor` null: from the first one on. */
    (request: { readonly query: string; readonly cursor: string | null }) => ProjectsReply
  > &
  Record<'save-defaults', (request: SaveRequest) => SaveDefaultsReply> &
  Record<'set-up', (request: { readonly projectId: string }) => SetUpReply> &
  Record<
    'set-up-step',
    (request: {
      readonly projectId: string;
      readonly stepId: string;
      /** Who fills the slots, for the step that saves the first settings. */
      readonly groups: SetUpView['groups'];
    }) => StepReply
  > &
  Record<'check', (request: { readonly projectId: string }) => CheckReply> &
  FormCalls;
