import { changeIssue } from './issue-change';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import type { Task } from './model/task';
import { submitTask } from './tasks';

/** An issue that a change of its workflow takes to another status: without a transition, and so past every rule. */
export interface StatusMove {
  readonly issue: Issue;
  readonly statusId: string;
}

/** Moves issues as an asynchronous task of Jira; `before` is done first. */
export const submitStatusMoves = (
  jira: Jira,
  submittedBy: string,
  description: string,
  moves: readonly StatusMove[],
  before: () => void = () => undefined,
): Promise<Task> =>
  submitTask(jira, {
    submittedBy,
    description,
    work: () => {
      before();
      for (const { issue, statusId } of moves) changeIssue(jira, issue, submittedBy, {}, { statusId });
    },
  });
