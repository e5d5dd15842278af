import type { Comment, Issue } from '../model/issue';
import type { ProjectPermission } from '../model/permission';
import { browsedIssue, callerId, mayOnIssue } from '../permissions';
import { JiraError } from './errors';
import { type Call, param } from './operation';

export interface CommentOf {
  readonly issue: Issue;
  readonly comment: Comment;
}

export const missingComment = (id: string) => new JiraError(404, [`Can not find a comment for the id: ${id}.`]);

/** The comment of the issue that the path names. */
export function commentOfIssue(call: Call): CommentOf {
  const issue = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
  const id = param(call, 'id');
  const comment = issue.comments.find((one) => one.id === id);
  if (comment === undefined) throw missingComment(id);
  return { issue, comment };
}

/** The comments that the caller may see, wherever they are. */
export function visibleComments({ store, who }: Call, ids: readonly string[]): readonly CommentOf[] {
  return [...store.issues.values()]
    .filter(({ comments }) => comments.some(({ id }) => ids.includes(id)))
    .filter((issue) => mayOnIssue(store, who, 'BROWSE_PROJECTS', issue))
    .flatMap((issue) =>
      issue.comments.filter(({ id }) => ids.includes(id)).map((comment): CommentOf => ({ issue, comment })),
    );
}

/** Whether the caller holds `all`, or `own` and wrote the comment. */
export function mayChange(
  { store, who }: Call,
  { issue, comment }: CommentOf,
  own: ProjectPermission,
  all: ProjectPermission,
): boolean {
  if (mayOnIssue(store, who, all, issue)) return true;
  return mayOnIssue(store, who, own, issue) && callerId(who) === comment.authorId;
}
