import type { StepReply } from '../../api-settings';
import type { AccountId } from '../../domain/ids';
import type { Deed } from '../../domain/set-up/deed';
import type { SetUpStep } from '../../domain/set-up/set-up-step';
import { RefusedByJira } from '../ports';
import { readSettings } from '../settings/read-settings';
import { writeSettings } from '../settings/write-settings';
import { planView, readPlan, type SettingsNow, type SetUpPorts } from './read-plan';

export interface StepRequest {
  readonly projectId: string;
  readonly stepId: string;
  /** The person who asks, as the platform says. */
  readonly by: AccountId;
  /** The settings as they are at this moment; asked again after the step. */
  readonly settings: () => Promise<SettingsNow>;
  /** Saves the first settings. Null: saved; else why not, in words. */
  readonly saveSettings: () => Promise<string | null>;
}

/**
 * Does one step exactly as the plan of this moment has it, with the rights of the person, and answers with the plan
 * that is left. What a run that stopped half-way had made is in the reading, so the same step goes on from there.
 */
export async function runStep(ports: SetUpPorts, request: StepRequest): Promise<StepReply> {
  const before = await readPlan(ports, request.projectId, await request.settings());
  if (before.kind === 'missing') return { kind: 'failed', message: before.message };
  if (before.kind === 'not-allowed') return { kind: 'not-allowed', message: before.message };
  const step = before.plan.steps.find(({ stepId }) => stepId === request.stepId);
  if (step?.deed == null) {
    const setUp = planView(before.plan);
    return setUp.steps.some(({ stepId, state }) => stepId === request.stepId && state === 'there')
      ? { kind: 'done', setUp }
      : { kind: 'refused', message: whyNot(step), setUp };
  }
  const refusal = await attempt(ports, request, step.deed);
  if (refusal === null) await record(ports, request, step);
  const after = await readPlan(ports, request.projectId, await request.settings());
  const setUp = planView(after.kind === 'read' ? after.plan : before.plan);
  return refusal === null ? { kind: 'done', setUp } : { kind: 'refused', message: refusal, setUp };
}

function whyNot(step: SetUpStep | undefined): string {
  switch (step?.state) {
    case 'running':
      return 'Jira is still at work on this step.';
    case 'by-hand':
      return `This step needs a person. ${step.detail}`;
    case 'waits':
      return step.detail;
    default:
      return 'There is no such step.';
  }
}

/** Null: done. */
async function attempt(ports: SetUpPorts, request: StepRequest, deed: Deed): Promise<string | null> {
  if (deed.kind === 'settings') return request.saveSettings();
  try {
    const taskId = await ports.setUp.perform(deed);
    if (taskId !== null) await ports.setUpTasks.remember(request.projectId, taskId);
    return null;
  } catch (failure) {
    if (failure instanceof RefusedByJira) return failure.message;
    throw failure;
  }
}

const TRIES = 5;

/** Who made what is kept with the settings. The settings themselves are on record by their own rows. */
async function record(ports: SetUpPorts, { projectId, by }: StepRequest, { stepId, detail, deed }: SetUpStep) {
  if (deed?.kind === 'settings') return;
  const commandId = ports.ids.commandId();
  const row = { actor: by, commandId, entry: { kind: 'set-up' as const, stepId, what: detail } };
  for (let tried = 0; tried < TRIES; tried += 1) {
    if ((await writeSettings(ports, await readSettings(ports, projectId), row)) !== undefined) return;
  }
  throw new Error(`What the set-up did to project ${projectId} could not be recorded.`);
}
