import { useCallback, useEffect, useState } from 'react';
import { followIssues } from '../../api/issue-stream';
import { type OutboxEntry, readOutbox } from '../../api/outbox';
import { useRemote } from '../remote';

/** Somebody is told of a mention just after the comment that holds it. */
const QUIET_MS = 500;

export interface Mentions {
  /** Newest first. */
  readonly mentions: readonly OutboxEntry[];
  /** How many the viewer has not looked at in this browser. */
  readonly unread: number;
  readonly markRead: () => void;
}

const keyOf = (accountId: string) => `embedded-jira.bell.${accountId}`;

/** What rang the bell of an account. */
export function useMentions(accountId: string): Mentions {
  const { remote, reload } = useRemote('mentions', readOutbox);
  const [seen, setSeen] = useState(() => window.localStorage.getItem(keyOf(accountId)) ?? '');
  useEffect(() => {
    let timer: number | undefined;
    const unfollow = followIssues(({ kind }) => {
      if (!kind.startsWith('comment')) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void reload(), QUIET_MS);
    });
    return () => {
      window.clearTimeout(timer);
      unfollow();
    };
  }, [reload]);
  const entries = remote.kind === 'ready' ? remote.value : [];
  const mentions = entries.filter(({ kind, to }) => kind === 'mention' && to.includes(accountId));
  const newest = mentions[0]?.at;
  const markRead = useCallback(() => {
    if (newest === undefined) return;
    window.localStorage.setItem(keyOf(accountId), newest);
    setSeen(newest);
  }, [accountId, newest]);
  return { mentions, unread: mentions.filter(({ at }) => at > seen).length, markRead };
}
