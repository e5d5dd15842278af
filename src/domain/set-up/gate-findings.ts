import type { Policy } from '../policy';
import type { AppRule } from './app-rule';
import { type GoverningWorkflow, type ProjectConfiguration, valueOf } from './configuration';
import type { Finding } from './finding';
import { gateOn, type RuleGap, ruleGaps } from './gates';
import type { TransitionFacts } from './workflow-facts';

/** Transitions that pass a gate without what keeps it. */
export function gateFindings(configuration: ProjectConfiguration, policy: Policy): readonly Finding[] {
  const workflow = valueOf(configuration.workflow) ?? undefined;
  if (workflow === undefined) return [];
  const screens = valueOf(configuration.transitionScreens) ?? {};
  const { statuses, facts } = workflow;
  return facts.transitions.flatMap((transition) => {
    const screenFields = screens[transition.screenId ?? ''] ?? [];
    const gaps = ruleGaps({ transition, statuses, screenFields, policy, app: configuration.app });
    return gaps.map((gap) => gateFinding(workflow, transition, policy, gap));
  });
}

const RULE_NAME: Readonly<Record<AppRule, string>> = {
  approvals: 'Emergency change approvals',
  reviews: 'Emergency change reviews',
  closure: 'Emergency change closure',
  'content-unchanged': 'Emergency change content unchanged',
};

function gateFinding(
  { facts, statuses }: GoverningWorkflow,
  transition: TransitionFacts,
  policy: Policy,
  { rule, why }: RuleGap,
): Finding {
  const to = statuses.find(({ id }) => id === transition.to)?.name ?? '';
  const where = `transition "${transition.name}" to ${to}`;
  return {
    id: `gate-${why}:${facts.id}:${transition.id}:${rule}`,
    severity: 'hole',
    title: TITLE[why](where, RULE_NAME[rule]),
    risk: RISK[rule](to, gateOn(transition, statuses, policy) === 'closure'),
    mend: MEND[why](where, RULE_NAME[rule], transition),
    stepId: transition.type === 'initial' ? null : 'workflow',
  };
}

const TITLE: Readonly<Record<RuleGap['why'], (where: string, rule: string) => string>> = {
  missing: (where, rule) => `The ${where} has no rule "${rule}"`,
  'other-environment': (where, rule) => `The rule "${rule}" on the ${where} is of another installation of the app`,
  disabled: (where, rule) => `The rule "${rule}" on the ${where} is switched off`,
  weakened: (where, rule) => `The rule "${rule}" on the ${where} was given a configuration of its own`,
};

const RISK: Readonly<Record<AppRule, (to: string, closes: boolean) => string>> = {
  approvals: (to) => `An emergency change can go to ${to} without both approvals.`,
  reviews: (to) => `An emergency change can go to ${to} without both reviews.`,
  closure: (to) => `An emergency change can go to ${to} before everything is caught up on.`,
  'content-unchanged': (to, closes) =>
    closes
      ? `Whoever moves a change to ${to} can alter the summary or the reporter on the screen of that transition.`
      : `Whoever moves a change to ${to} can alter the summary or the reporter after the approvals, on the screen of that transition.`,
};

const MEND: Readonly<Record<RuleGap['why'], (where: string, rule: string, transition: TransitionFacts) => string>> = {
  missing: (where, rule, { type }) =>
    type === 'initial'
      ? 'Let the workflow create issues in a status that comes before the deployment.'
      : `Add the rule "${rule}" to the ${where}.`,
  'other-environment': (where, rule) => `Replace it by the rule "${rule}" of this app on the ${where}.`,
  disabled: (where, rule) => `Switch the rule "${rule}" on the ${where} on again.`,
  weakened: (where, rule) => `Take the rule "${rule}" off the ${where} and add it anew.`,
};
