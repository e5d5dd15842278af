import type { CheckReply, PolicyGroup, SetUpReply, SetUpStepView, SetUpView, StepReply } from '../../src/api-settings';
import { siteSeed } from '../../emulator/demo/site-seeds';
import { aSite, type Site } from './a-site';

/** A site that begins as the seed of this name does. */
export async function aSiteOf(name: 'empty' | 'existing'): Promise<Site> {
  const beginning = siteSeed(name);
  if (beginning === undefined) throw new Error(`There is no seed ${name}.`);
  return aSite(1, beginning);
}

/** A project as an administrator makes one from a template, company-managed by default; its id. */
export async function aNewProject(site: Site, key: string, template = 'gh-simplified-kanban-classic'): Promise<string> {
  const { status, body } = await site.rest('jo', 'POST', '/project', {
    key,
    name: `Project ${key}`,
    projectTypeKey: 'software',
    projectTemplateKey: `com.pyxis.greenhopper.jira:${template}`,
    leadAccountId: '712020:lee',
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String((body as { readonly id: number }).id);
}

export const statesOf = ({ steps }: SetUpView): Readonly<Record<string, SetUpStepView['state']>> =>
  Object.fromEntries(steps.map(({ stepId, state }) => [stepId, state]));

const group = (name: string): readonly PolicyGroup[] => [{ kind: 'group', id: null, name }];
const GROUPS: SetUpView['groups'] = {
  'engineering-lead': group('engineering-leads'),
  security: group('security-team'),
};

/** The guided set-up of the site page, as people click through it. */
export function setUpPage(site: Site, projectId: string) {
  const invoke = async (who: string, functionKey: string, payload: object): Promise<unknown> => {
    const answer = await site.fetch(
      new Request('http://127.0.0.1:4000/emulator/bridge/invoke', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: `emulator-account=${encodeURIComponent(`712020:${who}`)}`,
        },
        body: JSON.stringify({ moduleKey: 'site-settings-page', functionKey, payload: { projectId, ...payload } }),
      }),
    );
    const body: unknown = await answer.json();
    if (answer.status !== 200) throw new Error(`The page's call failed with ${answer.status}: ${JSON.stringify(body)}`);
    return (body as { readonly result: unknown }).result;
  };
  const view = async (who: string) => (await invoke(who, 'set-up', {})) as SetUpReply;
  const run = async (who: string, stepId: string) =>
    (await invoke(who, 'set-up-step', { stepId, groups: GROUPS })) as StepReply;
  const plan = async (who = 'jo'): Promise<SetUpView> => {
    const reply = await view(who);
    if (reply.kind !== 'plan') throw new Error(JSON.stringify(reply));
    return reply;
  };
  const stepOf = async (stepId: string): Promise<SetUpStepView> => {
    const found = (await plan()).steps.find((one) => one.stepId === stepId);
    if (found === undefined) throw new Error(`There is no step ${stepId}.`);
    return found;
  };
  /** One step after the other until nothing is to do. Answers with the ids of those that were done. */
  const runAll = async (who = 'jo'): Promise<readonly string[]> => {
    const done: string[] = [];
    for (let left = await plan(who), guard = 0; guard < 20; guard += 1) {
      const next = left.steps.find(({ state }) => state === 'to-do');
      if (next === undefined) return done;
      const reply = await run(who, next.stepId);
      if (reply.kind !== 'done') throw new Error(`${next.stepId}: ${JSON.stringify({ ...reply, setUp: undefined })}`);
      done.push(next.stepId);
      left = reply.setUp;
    }
    throw new Error('The set-up does not come to an end.');
  };
  const check = async () => (await invoke('jo', 'check', {})) as CheckReply;
  return { groups: GROUPS, run, plan, stepOf, runAll, check };
}
