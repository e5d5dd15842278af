import { happening } from './issue-change';
import type { Jira } from './jira';
import type { Comment, Issue } from './model/issue';
import { ringMentioned } from './outbox';
import { JiraError } from './rest/errors';
import type { JiraStore } from './store';
import { autowatch } from './watching';

/** Adds a comment and tells who listens; a comment is no entry of the history. */
export function addComment(
  jira: Jira,
  issue: Issue,
  authorId: string,
  body: unknown,
  properties: Comment['properties'] = {},
): Comment {
  demandRoomForComments(jira, issue, 1);
  const at = jira.clock.now();
  const created = at.toISOString();
  const comment: Comment = {
    id: jira.store.nextId('comment'),
    authorId,
    created,
    updateAuthorId: authorId,
    updated: created,
    body,
    properties,
  };
  jira.store.issues.change(issue, { comments: [...issue.comments, comment], updated: created });
  autowatch(jira.store, issue, authorId);
  ringMentioned(jira, issue, { document: body, before: undefined, from: authorId, via: `comment ${comment.id}` });
  jira.tell({ ...happening('commented', issue, authorId, at), subjectId: comment.id });
  return comment;
}

/** Puts a new body, or new properties, into a comment. Whoever is mentioned anew is told unless `quiet`. */
export function editComment(
  jira: Jira,
  issue: Issue,
  comment: Comment,
  editorId: string,
  { quiet, ...change }: Partial<Pick<Comment, 'body' | 'properties'>> & { readonly quiet: boolean },
): Comment {
  const at = jira.clock.now();
  const updated = at.toISOString();
  const next: Comment = { ...comment, ...change, updateAuthorId: editorId, updated };
  jira.store.issues.change(issue, { comments: withComment(issue, next), updated });
  if (!quiet) {
    const { body: document, id } = next;
    ringMentioned(jira, issue, { document, before: comment.body, from: editorId, via: `comment ${id}` });
  }
  jira.tell({ ...happening('comment-updated', issue, editorId, at), subjectId: comment.id });
  return next;
}

export function removeComment(jira: Jira, issue: Issue, comment: Comment, removerId: string): void {
  const at = jira.clock.now();
  const comments = issue.comments.filter(({ id }) => id !== comment.id);
  jira.store.issues.change(issue, { comments, updated: at.toISOString() });
  jira.tell({ ...happening('comment-deleted', issue, removerId, at), subjectId: comment.id });
}

/** Puts a comment with other properties in place of itself: that is no edit of it. */
export const setCommentProperties = ({ issues }: JiraStore, issue: Issue, comment: Comment): void =>
  issues.change(issue, { comments: withComment(issue, comment) });

/** 413 when `more` comments would be too many for one issue. */
export function demandRoomForComments({ settings }: Jira, issue: Issue, more: number): void {
  if (issue.comments.length + more <= settings.perIssue.comments) return;
  throw new JiraError(413, [`The issue ${issue.key} has reached the limit of ${settings.perIssue.comments} comments.`]);
}

const withComment = ({ comments }: Issue, comment: Comment): Issue['comments'] =>
  comments.map((one) => (one.id === comment.id ? comment : one));
