import type { Change } from '../domain/change';
import type { IssueContent } from '../domain/content';
import type { Audience } from '../domain/effect';
import type { AccountId, CommandId, IssueId, Moment } from '../domain/ids';
import type { FollowUp, Group, Status } from '../domain/policy';
import type { Projection } from '../domain/projection';
import type { RegisterRow } from '../domain/register-row';
import type { LedgerRow } from '../domain/row';
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

/** People as Jira knows them. */
export interface People {
  /** The groups of the person who is acting, asked as himself. */
  myGroups(): Promise<readonly Group[]>;
  /** The groups of somebody else, asked as the app; empty if Jira does not know him. */
  groupsOf(accountId: AccountId): Promise<readonly Group[]>;
}

export interface Groups {
  /** The id of the group of exactly this name, or null. Asked as the app. */
  idOf(groupName: string): Promise<string | null>;
  /** The first members of a group; empty where the app may not list it. */
  membersOf(groupId: string): Promise<readonly AccountId[]>;
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

/** Everything a use case may reach. */
export interface Ports {
  readonly ledger: LedgerStore;
  readonly checkpoints: CheckpointStore;
  readonly register: RegisterStore;
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
