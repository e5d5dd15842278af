import type { Change } from '../domain/change';
import type { IssueContent } from '../domain/content';
import type { AccountId, CommandId, IssueId } from '../domain/ids';
import type { Group } from '../domain/policy';
import type { RegisterRow } from '../domain/register-row';
import type { LedgerRow } from '../domain/row';

/**
 * Rows of the ledger. Reads are by key and strictly consistent. Every method throws when the storage does not answer;
 * "there is none" is an answer, a failure is not.
 */
export interface LedgerStore {
  /** The stored row as it is, unchecked, or undefined if there is none. */
  row(issueId: IssueId, seq: number): Promise<unknown>;
  /** Creates the row. `taken`: another row has this place. After an unclear failure it looks which of the two it is. */
  append(row: LedgerRow): Promise<'appended' | 'taken'>;
}

export interface CheckpointStore {
  /** The stored checkpoint as it is, unchecked, or undefined. */
  checkpoint(issueId: IssueId): Promise<unknown>;
  /** Keeps `change` unless a checkpoint of the same or a later row is there. */
  save(change: Change): Promise<void>;
}

export interface RegisterStore {
  row(number: number): Promise<unknown>;
  append(row: RegisterRow): Promise<'appended' | 'taken'>;
  /** A number that is not after the first free one; 1 if nothing is known. Only a hint, but never too high. */
  lowestUnsearched(): Promise<number>;
  remember(lowestUnsearched: number): Promise<void>;
}

/** An issue as Jira shows it now, with its whole history of people. */
export interface IssueReading {
  readonly issueId: IssueId;
  readonly issueKey: string;
  readonly projectId: string;
  readonly workType: string;
  readonly statusName: string;
  readonly content: Omit<IssueContent, 'kind'>;
  /** Fields by id and by name, so that the kind field is found by either. Names that two fields share are left out. */
  readonly fieldIds: ReadonlyMap<string, string>;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether the reader may edit the issue. */
  readonly mayEdit: boolean;
  /** Reporter, creator and assignee, now and by the history. */
  readonly requesters: readonly AccountId[];
}

/** Reads issues. `undefined`: it does not exist or the reader may not see it. Anything else that goes wrong throws. */
export interface Issues {
  asApp(issueIdOrKey: string): Promise<IssueReading | undefined>;
  /** With the rights of the person who is acting now. */
  asPerson(issueIdOrKey: string): Promise<IssueReading | undefined>;
}

/** The person who is acting, in Jira's words. */
export interface People {
  /** His groups, asked as himself. */
  myGroups(): Promise<readonly Group[]>;
}

export interface Groups {
  /** The id of the group of exactly this name, or null. Asked as the app. */
  idOf(groupName: string): Promise<string | null>;
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
  readonly clock: Clock;
  readonly ids: Ids;
  /** The Jira site, written into the first row of each change. */
  readonly cloudId: string;
}
