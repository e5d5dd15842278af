import type { Issue } from './model/issue';
import type { JiraStore } from './store';

/** Makes an account a watcher, if it is none yet. */
export function watch({ issues }: JiraStore, issue: Issue, accountId: string): void {
  if (!issue.watchers.includes(accountId)) issues.change(issue, { watchers: [...issue.watchers, accountId] });
}

/** People watch what they create and comment on, as Jira's "autowatch" has it by default. Apps do not. */
export function autowatch(store: JiraStore, issue: Issue, accountId: string): void {
  if (store.accounts.get(accountId)?.accountType === 'atlassian') watch(store, issue, accountId);
}
