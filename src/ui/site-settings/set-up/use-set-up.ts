import { useCallback, useEffect, useRef, useState } from 'react';
import type { SetUpView } from '../../../api-settings';
import { notReached } from '../../project-settings/settings-calls';
import { callSite } from '../site-calls';
import { runSteps, type Stop } from './run-steps';

type Groups = SetUpView['groups'];

export interface SetUpOnScreen {
  /** Undefined until it was read. */
  readonly plan: SetUpView | undefined;
  /** Why the plan could not be read. */
  readonly unread: string | undefined;
  /** The step that is being done now. */
  readonly at: string | undefined;
  readonly isRunning: boolean;
  /** Where and why it stopped. */
  readonly stopped: Stop | undefined;
  /** Ids of the steps that this visit did. */
  readonly done: readonly string[];
  readonly read: () => Promise<void>;
  /** Does one step after the other until none is left that it can do, or one is refused. */
  readonly run: (groups: Groups) => Promise<void>;
}

/** The set-up of a project: its plan, and the steps as they are done. The plan is always the server's latest reading. */
export function useSetUp(projectId: string): SetUpOnScreen {
  const { plan, setPlan, unread, ask } = usePlan(projectId);
  const [at, setAt] = useState<string>();
  const [isRunning, setRunning] = useState(false);
  const [stopped, setStopped] = useState<Stop>();
  const [done, setDone] = useState<readonly string[]>([]);
  const isGone = useIsGone();

  const run = async (groups: Groups) => {
    const doStep = async (stepId: string) => {
      const reply = await callSite('set-up-step', { projectId, stepId, groups }).catch(notReached);
      if ('setUp' in reply) setPlan(reply.setUp);
      if (reply.kind === 'done') setDone((before) => [...new Set([...before, stepId])]);
      return reply;
    };
    setRunning(true);
    setStopped(undefined);
    setStopped(await runSteps({ ask, doStep, begin: setAt, isGone }));
    setAt(undefined);
    setRunning(false);
  };

  const read = async () => {
    await ask();
  };
  return { plan, unread, at, isRunning, stopped, done, read, run };
}

function usePlan(projectId: string) {
  const [plan, setPlan] = useState<SetUpView>();
  const [unread, setUnread] = useState<string>();
  const ask = useCallback(async (): Promise<SetUpView | undefined> => {
    const reply = await callSite('set-up', { projectId }).catch(notReached);
    setUnread(reply.kind === 'plan' ? undefined : reply.message);
    if (reply.kind !== 'plan') return undefined;
    setPlan(reply);
    return reply;
  }, [projectId]);
  useEffect(() => void ask(), [ask]);
  return { plan, setPlan, unread, ask };
}

/** Asks whether the page that began something is still on screen. */
function useIsGone(): () => boolean {
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  return () => isGone.current;
}
