import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SetUpStepView, SetUpView, StepReply } from '../../src/api-settings';
import { runSteps, type SetUpWork } from '../../src/ui/site-settings/set-up/run-steps';

type State = SetUpStepView['state'];

const plan = (states: Readonly<Record<string, State>>): SetUpView => ({
  kind: 'plan',
  project: { projectId: '10000', key: 'OPS', name: 'Operations', style: 'company-managed' },
  steps: Object.entries(states).map(([stepId, state]) => ({
    stepId,
    title: stepId,
    detail: `Makes the ${stepId}.`,
    state,
    progress: state === 'running' ? 40 : null,
  })),
  groups: { 'engineering-lead': [], security: [] },
  complete: Object.values(states).every((state) => state === 'there'),
});

const done = (states: Readonly<Record<string, State>>): StepReply => ({ kind: 'done', setUp: plan(states) });

interface Server {
  readonly plans: SetUpView[];
  readonly replies: StepReply[];
  readonly isGone?: () => boolean;
}

/** Answers in turn, and notes what it was asked for. */
function serving({ plans, replies, isGone = () => false }: Server) {
  const asked: string[] = [];
  const work: SetUpWork = {
    ask: () => {
      asked.push('plan');
      return Promise.resolve(plans.shift());
    },
    doStep: (stepId) => {
      asked.push(stepId);
      return Promise.resolve(replies.shift() ?? { kind: 'failed', message: 'Asked too often.' });
    },
    begin: () => undefined,
    isGone,
  };
  return { asked, work };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the steps of a set-up', () => {
  it('are done one after the other, and those for a person are left', async () => {
    const { asked, work } = serving({
      plans: [plan({ type: 'by-hand', workflow: 'to-do', scheme: 'waits' })],
      replies: [
        done({ type: 'by-hand', workflow: 'there', scheme: 'to-do' }),
        done({ type: 'by-hand', workflow: 'there', scheme: 'there' }),
      ],
    });
    expect(await runSteps(work)).toBeUndefined();
    expect(asked).toEqual(['plan', 'workflow', 'scheme']);
  });

  it('wait for what Jira is still at work on, and begin nothing meanwhile', async () => {
    const { asked, work } = serving({
      plans: [
        plan({ scheme: 'running', filters: 'to-do' }),
        plan({ scheme: 'running', filters: 'to-do' }),
        plan({ scheme: 'there', filters: 'to-do' }),
      ],
      replies: [done({ scheme: 'there', filters: 'there' })],
    });
    const running = runSteps(work);
    await jest.runAllTimersAsync();
    expect(await running).toBeUndefined();
    expect(asked).toEqual(['plan', 'plan', 'plan', 'filters']);
  });

  it('stop at the first that is refused, with the reason', async () => {
    const { asked, work } = serving({
      plans: [plan({ workflow: 'to-do', filters: 'to-do' })],
      replies: [{ kind: 'refused', message: 'Not now.', setUp: plan({ workflow: 'to-do', filters: 'to-do' }) }],
    });
    expect(await runSteps(work)).toEqual({ stepId: 'workflow', message: 'Not now.' });
    expect(asked).toEqual(['plan', 'workflow']);
  });

  it('are not tried for ever where Jira says done and shows nothing', async () => {
    const { asked, work } = serving({
      plans: [plan({ workflow: 'to-do' })],
      replies: Array.from({ length: 50 }, () => done({ workflow: 'to-do' })),
    });
    expect(await runSteps(work)).toMatchObject({ stepId: 'workflow', message: expect.stringContaining('Wait') });
    expect(asked.length).toBeLessThan(10);
  });

  it('are not gone on with when nobody looks any more', async () => {
    let isGone = false;
    const { asked, work } = serving({
      plans: [plan({ workflow: 'to-do', filters: 'to-do' })],
      replies: [done({ workflow: 'there', filters: 'to-do' })],
      isGone: () => isGone,
    });
    const watched: SetUpWork = {
      ...work,
      doStep: (stepId) => {
        isGone = true;
        return work.doStep(stepId);
      },
    };
    await runSteps(watched);
    expect(asked).toEqual(['plan', 'workflow']);
  });
});
