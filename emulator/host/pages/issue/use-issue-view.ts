import { useEffect } from 'react';
import { type CommentPage, readComments } from '../../api/comments';
import type { FieldMeta } from '../../api/field-meta';
import { type HistoryPage, readHistory } from '../../api/history';
import type { Issue } from '../../api/issue-shape';
import { followIssues } from '../../api/issue-stream';
import { readEditFields, readIssue } from '../../api/issues';
import { readRemoteLinks, type RemoteLink } from '../../api/issue-links';
import { readMayComment, readMayDelete } from '../../api/permissions';
import type { Reply } from '../../api/reply';
import { readTransitions, type Transition } from '../../api/transitions';
import { type Loaded, useRemote } from '../remote';

/** What the issue page shows of Jira's own. Only the issue itself is indispensable. */
export interface IssueView {
  readonly issue: Issue;
  readonly transitions: Reply<readonly Transition[]>;
  readonly editFields: Reply<readonly FieldMeta[]>;
  readonly comments: Reply<CommentPage>;
  readonly mayComment: boolean;
  readonly mayDelete: boolean;
  readonly remoteLinks: readonly RemoteLink[];
  readonly history: Reply<HistoryPage>;
}

async function readIssueView(key: string): Promise<Reply<IssueView>> {
  const [issue, transitions, editFields, comments, history, mayComment, mayDelete, remoteLinks] = await Promise.all([
    readIssue(key),
    readTransitions(key),
    readEditFields(key),
    readComments(key),
    readHistory(key),
    readMayComment(key),
    readMayDelete(key),
    readRemoteLinks(key),
  ]);
  if (issue.kind !== 'ok') return issue;
  return {
    kind: 'ok',
    value: {
      issue: issue.value,
      transitions,
      editFields,
      comments,
      history,
      mayComment: mayComment.kind === 'ok' && mayComment.value,
      mayDelete: mayDelete.kind === 'ok' && mayDelete.value,
      remoteLinks: remoteLinks.kind === 'ok' ? remoteLinks.value : [],
    },
  };
}

/** Several things happen to an issue at once; it is read again when they are over. */
const QUIET_MS = 300;

/** The issue, read again whenever somebody does something to it. */
export function useIssueView(issueKey: string): Loaded<IssueView> {
  const loaded = useRemote(issueKey, () => readIssueView(issueKey));
  const { reload } = loaded;
  useEffect(() => {
    let timer: number | undefined;
    const unfollow = followIssues((happening) => {
      if (happening.issueKey !== issueKey) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void reload(), QUIET_MS);
    });
    return () => {
      window.clearTimeout(timer);
      unfollow();
    };
  }, [issueKey, reload]);
  return loaded;
}
