import type { Holiday } from '../domain/calendar/business-calendar';
import type { ProjectView } from '../api-settings';
import type { Change } from '../domain/change';
import type { IssueContent } from '../domain/content';
import type { Audience } from '../domain/effect';
import type { AccountId, CommandId, IssueId, Moment } from '../domain/ids';
import type { FollowUp, Group, Policy, PolicyGroup, Status } from '../domain/policy';
import type { Projection } from '../domain/projection';
import type { RegisterRow } from '../domain/register-row';
import type { LedgerRow } from '../domain/row';
import type { GroupFacts, ProjectConfiguration } from '../domain/set-up/configuration';
import type { JiraDeed } from '../domain/set-up/deed';
import type { SiteFacts } from '../domain/set-up/site-facts';
import type { SettingsRow } from '../domain/settings/settings-row';
import type { Text } from './text';

/**
 * Rows of the ledger. Reads are by key and strictly consistent. Every method throws when the storage does not answer;
 * "there is none" is an answer, a failure is not.
 */
export interface LedgerStore {
  /** The stored row as it is, unchecked, or undefined if there is none. */
  row(issueId: IssueId, seq: number): Promise<unknown>;
  /** The stored rows 1 to `last`, unchecked and in order; undefined in the place of one that is not there. */
  rows(issueId: IssueId, last: number): Promise<readonly unknown[]>;
  /** Creates the row. `taken`: another row has this place. After an unclear failure it looks which of the two it is. */
  append(row: LedgerRow): Promise<'appended' | 'taken'>;
}

/** What the indexes keep of a change beside its state. */
export interface Attention {
  readonly state: 'open' | 'settled';
  /** When it wants to be looked at next. */
  readonly nextActionAt: Moment;
}

export interface CheckpointStore {
  /** The stored checkpoint as it is, unchecked, or undefined. */
  checkpoint(issueId: IssueId): Promise<unknown>;
  /** Keeps `change` unless a checkpoint of a later row is there; with one of the same row only `attention` is new. */
  save(change: Change, attention: Attention): Promise<void>;
  /** Open changes that are due, the longest due first, at most `limit`. One query, and eventually consistent. */
  due(now: Moment, limit: number): Promise<readonly IssueId[]>;
  /** Open changes of a project by its id, at most `limit`. Eventually consistent. */
  ofProject(projectId: string, limit: number): Promise<readonly IssueId[]>;
}

export interface RegisterStore {
  row(number: number): Promise<unknown>;
  append(row: RegisterRow): Promise<'appended' | 'taken'>;
  /** A number that is not after the first free one; 1 if nothing is known. Only a hint, but never too high. */
  lowestUnsearched(): Promise<number>;
  remember(lowestUnsearched: number): Promise<void>;
}

/** The project id of the settings that new projects start from. */
export const SITE = 'site';

/** Rows of the settings of projects, as `LedgerStore` keeps those of changes. `projectId` may be `SITE`. */
export interface SettingsStore {
  row(projectId: string, seq: number): Promise<unknown>;
  /** All rows of a project, unchecked and in order; undefined in the place of one that is not there before the last. */
  rows(projectId: string): Promise<readonly unknown[]>;
  append(row: SettingsRow): Promise<'appended' | 'taken'>;
  /** Ids of the projects that have settings. Eventually consistent. */
  projects(): Promise<readonly string[]>;
  /** Names of all work types that any settings ever called emergency changes. */
  workTypes(): Promise<readonly string[]>;
  rememberWorkTypes(workTypes: readonly string[]): Promise<void>;
  /** Ids of the issues on which notices of a project's settings were given; the last one is in use while it is there. */
  noticeIssues(projectId: string): Promise<readonly string[]>;
  /** Keeps the id in this place, counted from 1, and answers which id stands there: the first that was kept. */
  keepNoticeIssue(projectId: string, place: number, issueId: string): Promise<string>;
}

/** One entry of Jira's history. `fieldId` is Jira's id of the field; texts are what the history shows. */
export interface HistoryEntry {
  readonly historyId: string;
  readonly at: Moment;
  readonly by: AccountId | null;
  readonly items: readonly {
    readonly fieldId: string;
    readonly from: string | null;
    readonly fromText: string | null;
    readonly to: string | null;
    readonly toText: string | null;
  }[];
}

export interface Subtask {
  readonly issueId: string;
  readonly summary: string;
  readonly done: boolean;
}

/** An issue as Jira shows it now, with its whole history. */
export interface IssueReading {
  readonly issueId: IssueId;
  readonly issueKey: string;
  readonly projectId: string;
  readonly workType: string;
  readonly status: Status;
  readonly createdAt: Moment;
  readonly content: Omit<IssueContent, 'kind'>;
  readonly creator: AccountId | null;
  readonly reporter: AccountId | null;
  readonly assignee: AccountId | null;
  readonly labels: readonly string[];
  /** Field ids by name, so that the kind field is found. Names that two fields share are left out. */
  readonly fieldIds: ReadonlyMap<string, string>;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The id of the app's own field, and its value here; null where the app's field is not installed. */
  readonly projection: { readonly fieldId: string; readonly value: unknown } | null;
  /** Whether the reader may edit the issue. */
  readonly mayEdit: boolean;
  readonly subtasks: readonly Subtask[];
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
}

/** Reads issues. `undefined`: it does not exist or the reader may not see it. Anything else that goes wrong throws. */
export interface Issues {
  asApp(issueIdOrKey: string): Promise<IssueReading | undefined>;
  /** With the rights of the person who is acting now. */
  asPerson(issueIdOrKey: string): Promise<IssueReading | undefined>;
  /** Ids of issues of a work type that changed in the last minutes, page by page. As the app; the index may lag. */
  changedWithin(workType: string, minutes: number): AsyncIterable<readonly string[]>;
}

export interface Projects {
  /** The statuses of the workflows of a project. Asked as the app. */
  statusesOf(projectId: string): Promise<readonly Status[]>;
}

/** With whose rights Jira is asked: those of the person who is acting now, or the app's own. */
export type Reader = 'person' | 'app';

/** What the acting person may administer, by his own rights. */
export interface Rights {
  administersJira(): Promise<boolean>;
  /** False for a project that does not exist or that he may not see. */
  administersProject(projectId: string): Promise<boolean>;
}

/** What settings can name. Asked with the rights of the acting person. */
export interface Choices {
  /** Undefined: the project does not exist or he may not see it. */
  ofProject(projectId: string): Promise<(NamedInJira & { readonly project: ProjectView }) | undefined>;
  ofSite(): Promise<NamedInJira>;
  /** Groups with `query` in their name, the first ones. */
  findGroups(query: string): Promise<readonly PolicyGroup[]>;
}

/** Names of what there is in Jira, in the order in which a list shows them. */
export interface NamedInJira {
  readonly workTypes: readonly string[];
  readonly statuses: readonly string[];
  /** Select fields, which can hold the kind of critical issue. */
  readonly kindFields: readonly string[];
  readonly roles: readonly PolicyGroup[];
}

/** The projects of the site. Asked with the rights of the acting person. */
export interface SiteProjects {
  /** Those with `query` in their name or key, a page from `startAt` on. `next` is where it goes on, or null. */
  page(
    query: string,
    startAt: number,
  ): Promise<{ readonly projects: readonly ProjectView[]; readonly next: number | null }>;
  /** About how many open emergency changes of each project have a breach, by Jira's index; those it does not say are left out. */
  openBreaches(projectIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** Reads how a project is configured, looking for what the policy names. Changes nothing. */
export interface ConfigurationReader {
  /** `undefined`: the project does not exist or the reader may not see it. What goes wrong otherwise throws. */
  read(projectId: string, policy: Policy, as: Reader): Promise<ProjectConfiguration | undefined>;
  /** Only who is in the groups and roles that the policy names. */
  groups(projectId: string, policy: Policy, as: Reader): Promise<readonly GroupFacts[]>;
}

/** Reads and makes what the set-up of a project is about, with the rights of the person who is acting now. */
export interface SetUpDeeds {
  /** `taskId`: of the task that an earlier run began. */
  facts(configuration: ProjectConfiguration, taskId: string | null): Promise<SiteFacts>;
  /** The id of the task with which Jira goes on, or null. Throws RefusedByJira, or anything else when it is not known what happened. */
  perform(deed: JiraDeed): Promise<string | null>;
}

/** The last task of Jira that the set-up of a project began, by the project's id. */
export interface SetUpTasks {
  last(projectId: string): Promise<string | null>;
  remember(projectId: string, taskId: string): Promise<void>;
}

/** People as Jira knows them. */
export interface People {
  /** The groups of the person who is acting, asked as himself. */
  myGroups(): Promise<readonly Group[]>;
  /** The groups of somebody else, asked as the app; empty if Jira does not know him. */
  groupsOf(accountId: AccountId): Promise<readonly Group[]>;
}

/** A group or a role by its name. */
export type NamedGroup = Pick<PolicyGroup, 'kind' | 'name'>;

/** Who is in a role of a project: people, and the ids of groups. */
export interface RoleActors {
  readonly people: readonly AccountId[];
  readonly groupIds: readonly string[];
}

/** Groups, and the roles of a project; a project is named by its id. Asked as the app. */
export interface Groups {
  /** The id of the group of exactly this name, or of the role in this project; null if there is none. */
  idOf(group: NamedGroup, projectId: string): Promise<string | null>;
  /** The first members of a group, or of a role and its groups; empty where the app may not list them. */
  membersOf(group: PolicyGroup, projectId: string): Promise<readonly AccountId[]>;
  /** Undefined where the project has no such role or the app may not read it. */
  actorsOf(role: PolicyGroup, projectId: string): Promise<RoleActors | undefined>;
}

/** Refused by Jira for a reason that trying again will not change. `message` says it in words for the ledger. */
export class RefusedByJira extends Error {
  override readonly name = 'RefusedByJira';
}

export interface Message {
  readonly subject: string;
  readonly text: Text;
}

/** What the app does in Jira as itself. Each throws RefusedByJira or, when it is not known what happened, anything else. */
export interface Deeds {
  /** Queues an e-mail with Jira. It cannot be looked up afterwards. */
  email(issueId: IssueId, message: Message, to: readonly Recipient[]): Promise<void>;
  /** Answers with the comment's id. `effectId` is kept with it. */
  comment(issueId: string, effectId: string, text: Text, mentions: readonly AccountId[]): Promise<string>;
  /** The app's own comments that carry `effectId`. */
  commentsOf(issueId: string, effectId: string): Promise<readonly string[]>;
  deleteComment(issueId: string, commentId: string): Promise<void>;
  /** Answers with the subtask's issue id. */
  createSubtask(subtask: NewSubtask): Promise<string>;
  /** The app's own subtasks of `issueId` that carry `effectId`, among those that the issue lists. */
  subtasksOf(issueId: IssueId, effectId: string): Promise<readonly string[]>;
  deleteIssue(issueId: string): Promise<void>;
  /** Moves the issue to a status of the category "done" by a transition that is open to the app; nothing if it is gone. */
  finish(issueId: string): Promise<void>;
  addLabel(issueId: IssueId, label: string): Promise<void>;
  /** Sets Jira's Flagged field. */
  flag(reading: IssueReading): Promise<void>;
  /** Writes the app's own field. */
  project(issueId: IssueId, fieldId: string, value: Projection): Promise<void>;
  /** Ids of the issues that `createNoticeIssue` made in the project, as far as Jira's index knows them, the oldest first. */
  noticeIssues(projectId: string): Promise<readonly string[]>;
  /** Makes an ordinary issue for notices about the project's settings; answers with its id. */
  createNoticeIssue(projectId: string, summary: string, description: Text): Promise<string>;
  keyOf(issueId: string): Promise<string>;
  /** Address of the site, without a slash at the end. */
  siteUrl(): Promise<string>;
}

export type Recipient =
  { readonly kind: 'group'; readonly groupId: string } | Extract<Audience, { readonly kind: 'person' }>;

export interface NewSubtask {
  readonly parent: IssueReading;
  readonly effectId: string;
  readonly followUp: FollowUp;
  readonly summary: string;
  readonly description: Text;
  /** `YYYY-MM-DD`. */
  readonly dueDate: string;
  readonly assignee: AccountId | null;
}

/** What is known of an issue that can no longer be read. */
export interface News {
  readonly kind: 'deleted' | 'project-deleted' | 'project-restored';
  readonly at: Moment;
  readonly by: AccountId | null;
}

/** The queue of changes that want to be looked at. Delivered at least once, one at a time for each issue. */
export interface Visits {
  ask(issueIds: readonly string[], delaySeconds?: number, news?: News): Promise<void>;
}

/** The queue of projects whose set-up is to be checked, by their ids. Delivered at least once. */
export interface ProjectVisits {
  ask(projectIds: readonly string[]): Promise<void>;
}

/** When the last reconciliation that finished had begun. */
export interface ReconciliationMark {
  read(): Promise<Moment | undefined>;
  write(at: Moment): Promise<void>;
}

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** A fresh id for an act of the app itself. */
  commandId(): CommandId;
}

/** A country, or a region of one, by its ISO 3166 code. */
export interface Place {
  readonly code: string;
  readonly name: string;
}

/** Public holidays. What knows them is large: only the functions of the settings carry it. */
export interface Holidays {
  /** By name. */
  countries(): readonly Place[];
  /** Those with holidays of their own, by name; empty for a country that is not known. */
  regions(country: string): readonly Place[];
  /**
   * The whole days off of the years, in order, one entry for each date. `region` null: those of the whole country only.
   * Undefined for a place that is not known.
   */
  of(country: string, region: string | null, years: readonly number[]): readonly Holiday[] | undefined;
}

/** What a calendar file in the ICS format says of days off. Both years are included. */
export interface CalendarFiles {
  read(ics: string, years: { readonly first: number; readonly last: number }): CalendarFileReading;
}

export interface LineProblem {
  /** Counted from 1; 0 for the file as a whole. */
  readonly line: number;
  readonly message: string;
}

export type CalendarFileReading =
  | {
      readonly kind: 'days';
      /** In order, one entry for each date. */
      readonly days: readonly Holiday[];
      /** Events that cannot be taken, in the order of the file. */
      readonly skipped: readonly LineProblem[];
      /** How many events have a time of day, and so are no days off. */
      readonly timed: number;
      /** How many have no day in the years. */
      readonly otherYears: number;
    }
  | { readonly kind: 'unreadable'; readonly problem: LineProblem };

/** Everything a use case may reach. */
export interface Ports {
  readonly ledger: LedgerStore;
  readonly checkpoints: CheckpointStore;
  readonly register: RegisterStore;
  readonly settings: SettingsStore;
  readonly issues: Issues;
  readonly people: People;
  readonly groups: Groups;
  readonly projects: Projects;
  readonly deeds: Deeds;
  readonly visits: Visits;
  readonly reconciled: ReconciliationMark;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The Jira site, written into the first row of each change. */
  readonly cloudId: string;
}

/** What the check of a project's set-up reaches beside that. Each function carries only what it needs. */
export interface ProjectPorts extends Ports {
  readonly configuration: ConfigurationReader;
  readonly projectVisits: ProjectVisits;
}

/** And what its settings do. */
export interface SettingsPorts extends ProjectPorts {
  readonly rights: Rights;
  readonly choices: Choices;
  readonly holidays: Holidays;
  readonly calendarFiles: CalendarFiles;
}

/** And what the page of the site may: only its function carries the set-up. */
export interface SitePorts extends SettingsPorts {
  readonly siteProjects: SiteProjects;
  readonly setUp: SetUpDeeds;
  readonly setUpTasks: SetUpTasks;
}
