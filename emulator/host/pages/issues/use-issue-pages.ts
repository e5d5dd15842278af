import { useCallback, useEffect, useRef, useState } from 'react';
import { countIssues, searchIssues } from '../../api/issue-search';
import type { Issue } from '../../api/issue-shape';
import { followIssues } from '../../api/issue-stream';
import type { Problem } from '../../api/reply';

const PAGE_SIZE = 50;
/** Several things happen to an issue at once; the list is read again when they are over. */
const QUIET_MS = 400;

interface Pages {
  readonly issues: readonly Issue[];
  readonly nextPageToken: string | undefined;
  readonly total: number | undefined;
  readonly problem: Problem | undefined;
  readonly isReading: boolean;
}

const NOTHING: Pages = {
  issues: [],
  nextPageToken: undefined,
  total: undefined,
  problem: undefined,
  isReading: true,
};

export interface IssuePages extends Pick<Pages, 'issues' | 'problem' | 'isReading' | 'total'> {
  readonly hasMore: boolean;
  readonly readMore: () => Promise<void>;
}

/** The issues that the JQL finds, page after page. Starts over when something happens to an issue. */
export function useIssuePages(jql: string, fields: readonly string[]): IssuePages {
  const [pages, setPages] = useState(NOTHING);
  const turn = useRef(0);
  const fieldList = fields.join();

  const read = useCallback(
    async (before: readonly Issue[], nextPageToken: string | undefined) => {
      turn.current += 1;
      const mine = turn.current;
      setPages((shown) => ({ ...shown, isReading: true }));
      const asked = { jql, fields: fieldList.split(','), maxResults: PAGE_SIZE, nextPageToken };
      const [reply, count] = await Promise.all([searchIssues(asked), countIssues(jql)]);
      if (mine !== turn.current) return;
      const total = count.kind === 'ok' ? count.value : undefined;
      setPages(
        reply.kind === 'ok'
          ? {
              issues: [...before, ...reply.value.issues],
              nextPageToken: reply.value.nextPageToken ?? undefined,
              total,
              problem: undefined,
              isReading: false,
            }
          : { issues: before, nextPageToken, total: undefined, problem: reply, isReading: false },
      );
    },
    [jql, fieldList],
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
    total: pages.total,
    isReading: pages.isReading,
    hasMore: pages.nextPageToken !== undefined && pages.problem === undefined,
    readMore: () => read(pages.issues, pages.nextPageToken),
  };
}
