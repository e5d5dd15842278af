import { followIssues } from './api/issue-stream';
import type { Bridge } from './bridge';

/** Events of the issue reach an app some seconds late on the platform, and a little late here. */
const ISSUE_EVENT_DELAY_MS = 1000;

/**
 * Tells a module of what happens to its issue, by the event that Jira has for it; answers with what ends that.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/#events
 */
export function tellOfIssue(issueKey: string, bridge: Bridge): () => void {
  const pending = new Set<ReturnType<typeof setTimeout>>();
  const unfollow = followIssues(({ issueKey: changed, issueId, projectId, kind, accountId }) => {
    if (changed !== issueKey) return;
    const timer = setTimeout(() => {
      pending.delete(timer);
      const changeType = kind.startsWith('comment') ? 'commented' : 'updated';
      bridge.emit('JIRA_ISSUE_CHANGED', {
        issueId,
        projectId,
        changes: [{ changeType, atlassianId: accountId ?? '' }],
      });
    }, ISSUE_EVENT_DELAY_MS);
    pending.add(timer);
  });
  return () => {
    pending.forEach(clearTimeout);
    unfollow();
  };
}
