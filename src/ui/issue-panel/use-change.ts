import { events } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Act, ActReply, ChangeView } from '../../api';
import { callPanel, NOT_REACHED } from './panel-calls';

export type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly change: ChangeView; readonly readAt: string }
  | { readonly kind: 'not-here' | 'failed'; readonly message: string };

export interface ChangeOnScreen {
  readonly loaded: Loaded;
  readonly reload: () => Promise<void>;
  /** Never throws: a call that did not come through is a `failed` reply. */
  readonly act: (commandId: string, act: Act) => Promise<ActReply>;
}

/** Most acts change no field of the issue, so Jira has no event for them: the panel asks again by itself. */
const ASK_AGAIN_MS = { waiting: 4_000, settled: 30_000 };

/** The change as the server last told it, followed as others act on it. */
export function useChange(): ChangeOnScreen {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const latest = useRef(0);

  const reload = useCallback(async () => {
    const turn = ++latest.current;
    const reply = await callPanel('view').catch(() => ({ kind: 'failed', message: NOT_REACHED }) as const);
    if (turn !== latest.current) return;
    // A change that is on screen stays there when one of the quiet questions fails.
    setLoaded((before) => (reply.kind === 'failed' && before.kind === 'ready' ? before : loadedOf(reply)));
  }, []);

  const act = useCallback(async (commandId: string, intended: Act): Promise<ActReply> => {
    const reply = await callPanel('act', { commandId, act: intended }).catch(
      () => ({ kind: 'failed', message: `${NOT_REACHED} It is never recorded twice.` }) as const,
    );
    if (reply.kind === 'recorded' || reply.kind === 'refused') {
      latest.current += 1;
      setLoaded(ready(reply.change));
    }
    return reply;
  }, []);

  useEffect(() => void reload(), [reload]);
  useFollow(reload, loaded.kind === 'ready' && loaded.change.stage === 'before-deployment');
  return { loaded, reload, act };
}

const loadedOf = (reply: Awaited<ReturnType<typeof callPanel<'view'>>>): Loaded =>
  reply.kind === 'change' ? ready(reply.change) : reply;

const ready = (change: ChangeView): Loaded => ({ kind: 'ready', change, readAt: change.at });

function useFollow(reload: () => Promise<void>, waiting: boolean): void {
  useEffect(() => {
    const timer = setInterval(() => void reload(), waiting ? ASK_AGAIN_MS.waiting : ASK_AGAIN_MS.settled);
    return () => clearInterval(timer);
  }, [reload, waiting]);

  useEffect(() => {
    const subscription = events.on('JIRA_ISSUE_CHANGED', () => void reload());
    return () => void subscription.then(({ unsubscribe }) => unsubscribe());
  }, [reload]);
}
