import { useCallback, useEffect, useRef, useState } from 'react';
import type { Issue } from '../../api/issue-shape';
import { followIssues } from '../../api/issue-stream';
import { jqlText, searchIssues } from '../../api/issues';
import type { Problem } from '../../api/reply';

const PAGE_SIZE = 50;
/** Several things happen to an issue at once; the list is read again when they are over. */
const QUIET_MS = 400;

interface Pages {
  readonly issues: readonly Issue[];
  readonly nextPageToken: string | undefined;
  readonly problem: Problem | undefined;
  readonly isReading: boolean;
}

const NOTHING: Pages = { issues: [], nextPageToken: undefined, problem: undefined, isReading: true };

export interface IssuePages extends Pick<Pages, 'issues' | 'problem' | 'isReading'> {
  readonly hasMore: boolean;
  readonly readMore: () => Promise<void>;
}

/** The issues of the projects, newest first, page after page. Starts over when something happens to an issue. */
export function useIssuePages(projectKeys: readonly string[]): IssuePages {
  const [pages, setPages] = useState(NOTHING);
  const turn = useRef(0);
  const jql = `project in (${projectKeys.map(jqlText).join(', ')}) ORDER BY created DESC`;
  const isIdle = projectKeys.length === 0;

  const read = useCallback(
    async (before: readonly Issue[], nextPageToken: string | undefined) => {
      if (isIdle) return;
      turn.current += 1;
      const mine = turn.current;
      setPages((shown) => ({ ...shown, isReading: true }));
      const reply = await searchIssues({ jql, maxResults: PAGE_SIZE, nextPageToken });
      if (mine !== turn.current) return;
      setPages(
        reply.kind === 'ok'
          ? {
              issues: [...before, ...reply.value.issues],
              nextPageToken: reply.value.nextPageToken ?? undefined,
              problem: undefined,
              isReading: false,
            }
          : { issues: before, nextPageToken, problem: reply, isReading: false },
      );
    },
    [jql, isIdle],
  );

  useEffect(() => {
    void read([], undefined);
    let timer: number | undefined;
    const unfollow = followIssues(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void read([], undefined), QUIET_MS);
    });
    return () => {
      window.clearTimeout(timer);
      unfollow();
    };
  }, [read]);

  return {
    issues: pages.issues,
    problem: pages.problem,
    isReading: pages.isReading && !isIdle,
    hasMore: pages.nextPageToken !== undefined && pages.problem === undefined,
    readMore: () => read(pages.issues, pages.nextPageToken),
  };
}
