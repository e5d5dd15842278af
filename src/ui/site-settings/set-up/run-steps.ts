import type { SetUpView, StepReply } from '../../../api-settings';

/** Between two questions about a task of Jira. */
const POLL_MS = 1500;

/** A step may take several goes, such as a scheme and then its task; more than this, and it is not getting anywhere. */
const MOST_GOES = 5;

export interface Stop {
  readonly stepId: string;
  readonly message: string;
}

export interface SetUpWork {
  /** The plan as it is now; undefined where it cannot be read. */
  readonly ask: () => Promise<SetUpView | undefined>;
  readonly doStep: (stepId: string) => Promise<StepReply>;
  readonly begin: (stepId: string) => void;
  /** Whether nobody looks any more. What was begun stays; nothing else is begun. */
  readonly isGone: () => boolean;
}

/** Does one step after the other until none is left that the app can do. Answers with where and why it stopped before. */
export async function runSteps({ ask, doStep, begin, isGone }: SetUpWork): Promise<Stop | undefined> {
  const goes = new Map<string, number>();
  let plan = await ask();
  for (let next = nextOf(plan); next !== undefined && !isGone(); next = nextOf(plan)) {
    const { stepId, state } = next;
    begin(stepId);
    if (state === 'running') {
      await pause(POLL_MS);
      plan = await ask();
      continue;
    }
    const tried = (goes.get(stepId) ?? 0) + 1;
    goes.set(stepId, tried);
    if (tried > MOST_GOES) return { stepId, message: NOT_SEEN };
    const reply = await doStep(stepId);
    if (reply.kind !== 'done') return { stepId, message: reply.message };
    plan = reply.setUp;
  }
  return undefined;
}

const NOT_SEEN = 'Jira accepted this step, but does not show it yet. Wait a minute, then go on from here.';

/** What runs is waited for before anything else is begun. */
const nextOf = (plan: SetUpView | undefined) =>
  plan?.steps.find(({ state }) => state === 'running') ?? plan?.steps.find(({ state }) => state === 'to-do');

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
