import * as v from 'valibot';
import { siteAri } from '../../emulator/forge/identity';
import { checkSetUp, type SetUpCheck } from '../../src/application/set-up/check-set-up';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy';
import { wireProjects } from '../../src/wiring/wire-projects';
import type { Answer, Site } from './a-site';

const RuleSchema = v.looseObject({ ruleKey: v.string(), parameters: v.record(v.string(), v.string()) });
const TransitionSchema = v.looseObject({
  id: v.string(),
  toStatusReference: v.nullish(v.string()),
  validators: v.array(RuleSchema),
});
const WorkflowSchema = v.looseObject({ id: v.string(), transitions: v.array(TransitionSchema) });
const ReadSchema = v.looseObject({
  statuses: v.array(v.looseObject({ id: v.string() })),
  workflows: v.tuple([WorkflowSchema]),
});

type Transition = v.InferOutput<typeof TransitionSchema>;
type Rule = v.InferOutput<typeof RuleSchema>;

/** What a Jira administrator does to a site over REST. Throws where Jira does not do it. */
export function anAdministrator(site: Site, who = 'jo') {
  const rest = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await site.rest(who, method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const changeTransitions = async (change: (transitions: readonly Transition[]) => readonly unknown[]) => {
    const read = await rest('POST', '/workflows', { workflowIds: ['emergency-change'] });
    const { statuses, workflows } = v.parse(ReadSchema, read.body);
    const workflow = { ...workflows[0], transitions: change(workflows[0].transitions) };
    await rest('POST', '/workflows/update', { statuses, workflows: [workflow] });
  };
  const changeTransition = (id: string, change: (transition: Transition) => object) =>
    changeTransitions((all) => all.map((one) => (one.id === id ? { ...one, ...change(one) } : one)));
  return {
    rest,
    changeTransition,
    addTransition: (transition: object) => changeTransitions((all) => [...all, transition]),
    changeRule: (id: string, moduleKey: string, change: (rule: Rule) => readonly Rule[]) =>
      changeTransition(id, ({ validators }) => ({
        validators: validators.flatMap((rule) =>
          rule.parameters.key?.endsWith(`/${moduleKey}`) === true ? change(rule) : [rule],
        ),
      })),
    changeGroup: async (
      name: string,
      { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
    ) => {
      for (const person of add) await rest('POST', `/group/user?groupname=${name}`, { accountId: `712020:${person}` });
      for (const person of remove) {
        await rest('DELETE', `/group/user?groupname=${name}&accountId=${encodeURIComponent(`712020:${person}`)}`);
      }
    },
    /** Takes a field off the screen of this name. */
    takeOffScreen: async (screenName: string, fieldId: string) => {
      const { body } = await rest('GET', `/field/${fieldId}/screens?expand=tab`);
      const { values } = v.parse(ScreensSchema, body);
      const screen = values.find(({ name }) => name === screenName);
      if (screen === undefined) throw new Error(`${fieldId} is not on a screen "${screenName}".`);
      await rest('DELETE', `/screens/${screen.id}/tabs/${screen.tab.id}/fields/${fieldId}`);
    },
  };
}

const ScreensSchema = v.object({
  values: v.array(v.object({ id: v.number(), name: v.string(), tab: v.object({ id: v.number() }) })),
});

/** The set-up check of a project as somebody at the screen, or as the app, with the app's own adapters. */
export async function checkOf(
  site: Site,
  as: string | { readonly app: true },
  { projectId = '10000', policy = DEFAULT_POLICY }: { readonly projectId?: string; readonly policy?: Policy } = {},
): Promise<SetUpCheck | undefined> {
  const request = {
    functionKey: 'issue-panel',
    moduleKey: 'emergency-change-panel',
    payload: undefined,
    limitSeconds: 25,
    ...(typeof as === 'string' ? { accountId: `712020:${as}` } : {}),
  };
  let check: SetUpCheck | undefined;
  const run = await site.forge.invokeInPlace(request, async () => {
    const ports = wireProjects(siteAri(site.forge.identity));
    check = await checkSetUp(ports, projectId, policy, typeof as === 'string' ? 'person' : 'app');
  });
  if (run.outcome?.kind !== 'returned') throw new Error(JSON.stringify(run.outcome));
  return check;
}
