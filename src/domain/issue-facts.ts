import type { Change } from './change';
import type { Content, IssueContent } from './content';
import type { AccountId } from './ids';
import type { Stage } from './policy';

/** What Jira says of the issue at the moment of a decision. */
export interface IssueFacts {
  readonly content: IssueContent;
  readonly stage: Stage;
  /** Everybody who is or, by the issue's history, ever was reporter, creator or assignee. */
  readonly requesters: readonly AccountId[];
}

export const contentOf = (change: Change, facts: IssueFacts): Content => ({
  ...facts.content,
  proposedChange: change.proposedChange,
});

/** Requesters whom the rows know, and those whom the issue shows. Nobody ever leaves. */
export const requestersOf = (change: Change, facts: IssueFacts): ReadonlySet<AccountId> =>
  new Set([...change.requesters, ...facts.requesters]);

/** Requesters whom no row names yet. */
export const newRequesters = (change: Change, facts: IssueFacts): AccountId[] => [
  ...new Set(facts.requesters.filter((account) => !change.requesters.includes(account))),
];
