import { useCallback, useEffect, useRef, useState } from 'react';
import type { SiteProjectView, SiteProjects } from '../../../api-settings';
import { notReached } from '../../project-settings/settings-calls';
import { callSite } from '../site-calls';

/** Between the last key and the question. */
const PAUSE_MS = 300;

export interface ProjectList {
  readonly projects: readonly SiteProjectView[];
  readonly query: string;
  readonly search: (query: string) => void;
  readonly isReading: boolean;
  /** Why the last question was not answered. */
  readonly problem: string | undefined;
  /** Reads the next page; undefined at the end. */
  readonly more: (() => void) | undefined;
  /** Reads again from the first project on. */
  readonly reload: () => void;
}

/** The projects on screen: the page that came with the site, then what is searched for and the pages after it. */
export function useProjects(first: SiteProjects): ProjectList {
  const [shown, setShown] = useState<SiteProjects>(first);
  const [query, setQuery] = useState('');
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string>();
  const latest = useRef(0);
  const waiting = useRef<ReturnType<typeof setTimeout>>();

  const read = useCallback(async (asked: string, before: SiteProjects | undefined) => {
    const turn = ++latest.current;
    setReading(true);
    const cursor = before?.nextCursor ?? null;
    const reply = await callSite('find-projects', { query: asked, cursor }).catch(notReached);
    if (turn !== latest.current) return;
    setReading(false);
    setProblem(reply.kind === 'projects' ? undefined : reply.message);
    if (reply.kind === 'projects') setShown({ ...reply, projects: [...(before?.projects ?? []), ...reply.projects] });
  }, []);

  useEffect(() => () => clearTimeout(waiting.current), []);
  return {
    projects: shown.projects,
    query,
    search: (asked) => {
      setQuery(asked);
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => void read(asked, undefined), PAUSE_MS);
    },
    isReading,
    problem,
    more: shown.nextCursor === null ? undefined : () => void read(query, shown),
    reload: () => void read(query, undefined),
  };
}
