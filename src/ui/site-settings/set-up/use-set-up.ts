import { useCallback, useEffect, useRef, useState } from 'react';
import type { SetUpView, StepReply } from '../../../api-settings';
import { notReached } from '../../project-settings/settings-calls';
import { callSite } from '../site-calls';

type Groups = SetUpView['groups'];

/** Between two questions about a task of Jira. */
const POLL_MS = 1500;

/** A step may take several goes, such as a scheme and then its task; more than this, and it is not getting anywhere. */
const MOST_GOES = 5;

export interface SetUpOnScreen {
  /** Undefined until it was read. */
  readonly plan: SetUpView | undefined;
  /** Why the plan could not be read. */
  readonly unread: string | undefined;
  /** The step that is being done now. */
  readonly at: string | undefined;
  readonly isRunning: boolean;
  /** Where and why it stopped. */
  readonly stopped: { readonly stepId: string; readonly message: string } | undefined;
  /** Ids of the steps that this run did. */
  readonly done: readonly string[];
  readonly read: () => Promise<void>;
  /** Does one step after the other until none is left that it can do, or one is refused. */
  readonly run: (groups: Groups) => Promise<void>;
}

/** The set-up of a project: its plan, and the steps as they are done. The plan is always the server's latest reading. */
export function useSetUp(projectId: string): SetUpOnScreen {
  const [plan, setPlan] = useState<SetUpView>();
  const [unread, setUnread] = useState<string>();
  const [at, setAt] = useState<string>();
  const [isRunning, setRunning] = useState(false);
  const [stopped, setStopped] = useState<SetUpOnScreen['stopped']>();
  const [done, setDone] = useState<readonly string[]>([]);
  const isGone = useRef(false);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const ask = useCallback(async (): Promise<SetUpView | undefined> => {
    const reply = await callSite('set-up', { projectId }).catch(notReached);
    setUnread(reply.kind === 'plan' ? undefined : reply.message);
    if (reply.kind !== 'plan') return undefined;
    setPlan(reply);
    return reply;
  }, [projectId]);

  const doStep = useCallback(
    async (stepId: string, groups: Groups): Promise<StepReply> => {
      setAt(stepId);
      const reply = await callSite('set-up-step', { projectId, stepId, groups }).catch(notReached);
      if ('setUp' in reply) setPlan(reply.setUp);
      if (reply.kind === 'done') setDone((before) => [...new Set([...before, stepId])]);
      else setStopped({ stepId, message: reply.message });
      return reply;
    },
    [projectId],
  );

  const run = useCallback(
    async (groups: Groups) => {
      setRunning(true);
      setStopped(undefined);
      const goes = new Map<string, number>();
      let current = await ask();
      while (current !== undefined && !isGone.current) {
        const next = nextOf(current);
        if (next === undefined) break;
        if (next.state === 'running') {
          setAt(next.stepId);
          await pause(POLL_MS);
          current = await ask();
          continue;
        }
        const tried = (goes.get(next.stepId) ?? 0) + 1;
        goes.set(next.stepId, tried);
        if (tried > MOST_GOES) {
          setStopped({ stepId: next.stepId, message: NOT_SEEN });
          break;
        }
        const reply = await doStep(next.stepId, groups);
        current = reply.kind === 'done' ? reply.setUp : undefined;
      }
      setAt(undefined);
      setRunning(false);
    },
    [ask, doStep],
  );

  const read = useCallback(async () => void (await ask()), [ask]);
  useEffect(() => void read(), [read]);
  return { plan, unread, at, isRunning, stopped, done, read, run };
}

const NOT_SEEN = 'Jira accepted this step, but does not show it yet. Wait a minute, then go on from here.';

/** What runs is waited for before anything else is begun. */
const nextOf = ({ steps }: SetUpView) =>
  steps.find(({ state }) => state === 'running') ?? steps.find(({ state }) => state === 'to-do');

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
