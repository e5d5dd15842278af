import type { Change } from './change';
import type { Content, IssueContent } from './content';
import type { AccountId, Moment } from './ids';
import type { Stage, Status } from './policy';

/** One change of status in Jira's history. */
export interface HistoryMove {
  readonly historyId: string;
  readonly at: Moment;
  readonly by: AccountId | null;
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
}

/** One change of project or work type in Jira's history. Project by id, work type by name. */
export interface HistoryShift {
  readonly historyId: string;
  readonly at: Moment;
  readonly by: AccountId | null;
  readonly from: string;
  readonly to: string;
}

/** What the issue's history tells, oldest first. */
export interface IssueHistory {
  readonly createdAt: Moment;
  readonly moves: readonly HistoryMove[];
  readonly projects: readonly HistoryShift[];
  readonly workTypes: readonly HistoryShift[];
  /** When summary, description or kind were edited. */
  readonly edits: readonly Moment[];
  /** Since when somebody is a requester; those who always were have the time of creation. */
  readonly requestersSince: readonly { readonly accountId: AccountId; readonly at: Moment }[];
}

/** What Jira says of the issue at the moment of a decision. */
export interface IssueFacts {
  /** When it was read. */
  readonly at: Moment;
  readonly issueKey: string;
  readonly projectId: string;
  readonly workType: string;
  readonly status: Status;
  readonly content: IssueContent;
  readonly stage: Stage;
  /** Everybody who is or, by the issue's history, ever was reporter, creator or assignee. */
  readonly requesters: readonly AccountId[];
  readonly history: IssueHistory;
}

export const contentOf = (change: Change, facts: Pick<IssueFacts, 'content'>): Content => ({
  ...facts.content,
  proposedChange: change.proposedChange,
});

/** Requesters whom the rows know, and those whom the issue shows. Nobody ever leaves. */
export const requestersOf = (change: Change, facts: Pick<IssueFacts, 'requesters'>): ReadonlySet<AccountId> =>
  new Set([...change.requesters, ...facts.requesters]);

/** Requesters whom no row names yet. */
export const newRequesters = (change: Change, facts: IssueFacts): AccountId[] => [
  ...new Set(facts.requesters.filter((account) => !change.requesters.includes(account))),
];
