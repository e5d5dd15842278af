import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem, Reply } from '../api/reply';

/** What a part of a page knows of something that the site holds. */
export type Remote<T> = { readonly kind: 'loading' } | { readonly kind: 'ready'; readonly value: T } | Problem;

export interface Loaded<T> {
  readonly remote: Remote<T>;
  /** Reads again; what is shown stays until the new answer is there. */
  readonly reload: () => Promise<void>;
}

/** Loads when `key` changes. An answer that a later one has overtaken is dropped. */
export function useRemote<T>(key: string, load: () => Promise<Reply<T>>): Loaded<T> {
  const [state, setState] = useState<{ readonly key: string; readonly remote: Remote<T> }>({
    key,
    remote: { kind: 'loading' },
  });
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;
  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const reply = await latest.current();
    if (mine !== turn.current) return;
    setState({ key, remote: reply.kind === 'ok' ? { kind: 'ready', value: reply.value } : reply });
  }, [key]);
  useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);
  return { remote: state.key === key ? state.remote : { kind: 'loading' }, reload };
}
