import { useCallback, useEffect, useRef, useState } from 'react';
import type { PolicyGroup } from '../../../api-settings';
import { callSettings, notReached } from '../settings-calls';

/** Between the last key and the question. */
const PAUSE_MS = 250;

/** Groups of the site by a part of their name: the first ones at once, others as somebody types. */
export function useGroupSearch() {
  const [found, setFound] = useState<readonly PolicyGroup[]>([]);
  const [problem, setProblem] = useState<string>();
  const [isSearching, setSearching] = useState(false);
  const [query, search] = useState('');
  const latest = useRef(0);

  const ask = useCallback(async (asked: string) => {
    const turn = ++latest.current;
    setSearching(true);
    const reply = await callSettings('find-groups', { query: asked }).catch(notReached);
    if (turn !== latest.current) return;
    setSearching(false);
    setProblem(reply.kind === 'groups' ? undefined : reply.message);
    if (reply.kind === 'groups') setFound(reply.groups);
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => void ask(query), query === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [ask, query]);
  return { found, problem, isSearching, search };
}
