import { type Policy, type Stage, stageOf, type Status, statusIdsOf } from '../policy';
import { gatePassed } from '../verdict';
import { type AppRule, placedRule, type Standing } from './app-rule';
import type { AppIdentity } from './configuration';
import type { TransitionFacts } from './workflow-facts';

/** Where the settings see a status in the life of a change. */
export const stageBySettings = (status: Status, policy: Policy): Stage =>
  stageOf(status, { content: policy, statusIds: statusIdsOf(policy, [status]) });

/** What an issue's stage is before it exists. */
const BEFORE_CREATION: Stage = 'before-deployment';

const RULES = { deploy: ['approvals', 'reviews'], closure: ['closure'] } as const;

/**
 * The gate that a transition can pass, for an issue in any status where it begins; undefined: none. `statuses` are those
 * of the workflow.
 */
export function gateOn(
  { type, from, to }: TransitionFacts,
  statuses: readonly Status[],
  policy: Policy,
): 'deploy' | 'closure' | undefined {
  const target = statuses.find(({ id }) => id === to);
  // A loop leaves the issue in its status, so it enters nothing.
  if (target === undefined) return undefined;
  const origins = type === 'global' ? statuses : statuses.filter(({ id }) => from.includes(id));
  const stages = type === 'initial' ? [BEFORE_CREATION] : origins.map((status) => stageBySettings(status, policy));
  const reached = stageBySettings(target, policy);
  return stages.map((stage) => gatePassed(stage, reached)).find((gate) => gate !== undefined);
}

/** A rule that a transition should carry in working order and does not. */
export interface RuleGap {
  readonly rule: AppRule;
  /** `missing`: not there at all; otherwise there, but not to be relied on. */
  readonly why: 'missing' | Exclude<Standing, 'sound'>;
}

/** A transition seen against the settings. `screenFields`: what its screen carries; empty where there is no screen. */
interface TransitionInPlace {
  readonly transition: TransitionFacts;
  readonly statuses: readonly Status[];
  readonly screenFields: readonly string[];
  readonly policy: Policy;
  readonly app: AppIdentity;
}

/** What the app's rules on a transition lack for its gate to hold; nothing where it passes no gate. */
export function ruleGaps(place: TransitionInPlace): readonly RuleGap[] {
  const placed = place.transition.validators.flatMap((rule) => placedRule(rule, place.app) ?? []);
  return neededRules(place).flatMap((rule): readonly RuleGap[] => {
    const standings = placed.filter(({ moduleKey }) => moduleKey === rule).map(({ standing }) => standing);
    if (standings.includes('sound')) return [];
    const why = standings.find((standing) => standing !== 'sound') ?? 'missing';
    return [{ rule, why }];
  });
}

/** The content of an issue that its creation fills in is no change of it. */
function neededRules({ transition, statuses, policy, screenFields }: TransitionInPlace): readonly AppRule[] {
  const gate = gateOn(transition, statuses, policy);
  if (gate === undefined) return [];
  const bindsContent = transition.type !== 'initial' && UNTOLD_FIELDS.some((field) => screenFields.includes(field));
  return bindsContent ? [...RULES[gate], 'content-unchanged'] : RULES[gate];
}

/** Fields that Jira does not tell a validator about when the transition's screen changes them. */
const UNTOLD_FIELDS = ['summary', 'reporter'];
