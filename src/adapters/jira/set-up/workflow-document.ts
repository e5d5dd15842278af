import { route } from '@forge/api';
import * as v from 'valibot';
import { RefusedByJira } from '../../../application/ports';
import type { NewTransition, WorkflowAdditions } from '../../../domain/set-up/deed';
import type { WorkflowFacts } from '../../../domain/set-up/workflow-facts';
import { postJson } from '../request';
import { statusJson, transitionJson, validatorJson } from './workflow-parts';

const RuleShape = v.looseObject({ parameters: v.optional(v.record(v.string(), v.unknown()), {}) });
type Rule = v.InferOutput<typeof RuleShape>;
interface Conditions {
  readonly conditions?: readonly Rule[] | undefined;
  readonly conditionGroups?: readonly Conditions[] | undefined;
}
const ConditionsShape: v.GenericSchema<unknown, Conditions> = v.looseObject({
  conditions: v.optional(v.array(RuleShape)),
  conditionGroups: v.optional(v.array(v.lazy(() => ConditionsShape))),
});

/** A transition as Jira gives it. What is not named here goes back as it came. */
const TransitionShape = v.looseObject({
  id: v.string(),
  validators: v.optional(v.array(RuleShape), []),
  actions: v.optional(v.array(RuleShape), []),
  conditions: v.nullish(ConditionsShape),
  transitionScreen: v.nullish(RuleShape),
});
type Transition = v.InferOutput<typeof TransitionShape>;

const DocumentShape = v.object({
  statuses: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      description: v.nullish(v.string()),
      statusCategory: v.string(),
      statusReference: v.string(),
    }),
  ),
  workflows: v.array(
    v.object({
      id: v.string(),
      description: v.nullish(v.string()),
      version: v.object({ id: v.string(), versionNumber: v.number() }),
      startPointLayout: v.optional(v.unknown()),
      loopedTransitionContainerLayout: v.optional(v.unknown()),
      statuses: v.array(v.looseObject({ statusReference: v.string() })),
      transitions: v.array(TransitionShape),
    }),
  ),
});

/** The document as it is now, if it is still the one that the plan was made from. */
export async function documentOf({ id, name, version }: Pick<WorkflowFacts, 'id' | 'name' | 'version'>) {
  const { statuses, workflows } = await postJson(
    'person',
    route`/rest/api/3/workflows`,
    { workflowIds: [id] },
    DocumentShape,
  );
  const [workflow] = workflows;
  if (workflow?.version.versionNumber !== version.versionNumber || workflow.version.id !== version.id) {
    throw new RefusedByJira(
      `Somebody else changed the workflow ${name} since this plan was made. Nothing was done to it; look at the new plan.`,
    );
  }
  return { statuses: statuses.map((status) => ({ ...status, description: status.description ?? '' })), workflow };
}
type Document = Awaited<ReturnType<typeof documentOf>>;

/** The document with what is added; a rule of the app that is there but does not hold gives way to one that does. */
export function withAdditions({ statuses, workflow }: Document, additions: WorkflowAdditions) {
  const references = new Map(statuses.map(({ id, statusReference }) => [id, statusReference]));
  const referenced = ({ from, to, ...rest }: NewTransition): NewTransition => ({
    ...rest,
    from: from.map((id) => references.get(id) ?? id),
    to: references.get(to) ?? to,
  });
  return {
    statuses: [...statuses, ...additions.statuses.map(statusJson)],
    content: {
      ...(workflow.startPointLayout === undefined ? {} : { startPointLayout: workflow.startPointLayout }),
      ...(workflow.loopedTransitionContainerLayout === undefined
        ? {}
        : { loopedTransitionContainerLayout: workflow.loopedTransitionContainerLayout }),
      statuses: [
        ...workflow.statuses,
        ...additions.statuses.map(({ id }) => ({ statusReference: id, properties: {} })),
      ],
      transitions: [
        ...workflow.transitions.map((transition) => guarded(transition, additions)),
        ...additions.transitions.map((one) => transitionJson(referenced(one))),
      ],
    },
  };
}

function guarded(transition: Transition, { validators }: WorkflowAdditions): Transition {
  const keys = validators.find(({ transitionId }) => transitionId === transition.id)?.keys ?? [];
  if (keys.length === 0) return transition;
  const kept = transition.validators.filter(({ parameters }) => !keys.some((key) => key === parameters.key));
  return { ...transition, validators: [...kept, ...keys.map(validatorJson)] };
}

/** Rules of a copy are new ones, so their ids stay with the workflow that they came from. */
export function withoutRuleIds(transition: object): object {
  const parsed = v.safeParse(TransitionShape, transition);
  if (!parsed.success) return transition;
  const { validators, actions, conditions, transitionScreen, ...rest } = parsed.output;
  return {
    ...rest,
    validators: validators.map(withoutId),
    actions: actions.map(withoutId),
    ...(conditions == null ? {} : { conditions: conditionsWithoutIds(conditions) }),
    ...(transitionScreen == null ? {} : { transitionScreen: withoutId(transitionScreen) }),
  };
}

const withoutId = ({ id: _, parameters: { id: __, ...parameters }, ...rest }: Rule): object => ({
  ...rest,
  parameters,
});

const conditionsWithoutIds = ({ conditions = [], conditionGroups = [], ...rest }: Conditions): object => ({
  ...rest,
  conditions: conditions.map(withoutId),
  conditionGroups: conditionGroups.map(conditionsWithoutIds),
});
