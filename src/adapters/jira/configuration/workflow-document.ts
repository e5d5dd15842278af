import * as v from 'valibot';
import type { StatusFacts } from '../../../domain/set-up/configuration';
import type { TransitionFacts, WorkflowFacts } from '../../../domain/set-up/workflow-facts';

const RuleShape = v.object({
  ruleKey: v.string(),
  parameters: v.optional(v.record(v.string(), v.string()), {}),
});

const TransitionShape = v.object({
  id: v.string(),
  name: v.string(),
  type: v.picklist(['INITIAL', 'GLOBAL', 'DIRECTED']),
  links: v.optional(v.array(v.object({ fromStatusReference: v.nullish(v.string()) })), []),
  toStatusReference: v.nullish(v.string()),
  validators: v.optional(v.array(RuleShape), []),
  transitionScreen: v.nullish(v.object({ parameters: v.optional(v.object({ screenId: v.optional(v.string()) }), {}) })),
});

const CATEGORY = { TODO: 'to-do', IN_PROGRESS: 'in-progress', DONE: 'done' } as const;

/** What Jira answers to `POST /rest/api/3/workflows`. */
export const WorkflowsShape = v.object({
  statuses: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      statusReference: v.string(),
      statusCategory: v.picklist(['TODO', 'IN_PROGRESS', 'DONE']),
    }),
  ),
  workflows: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      description: v.nullish(v.string()),
      scope: v.object({ type: v.picklist(['GLOBAL', 'PROJECT']) }),
      version: v.object({ id: v.string(), versionNumber: v.number() }),
      statuses: v.array(v.object({ statusReference: v.string() })),
      transitions: v.array(TransitionShape),
    }),
  ),
});
type Workflows = v.InferOutput<typeof WorkflowsShape>;

export interface ReadWorkflow {
  readonly facts: WorkflowFacts;
  readonly statuses: readonly StatusFacts[];
}

/** The workflows of an answer, their statuses by id. Transitions name statuses by a reference of the document. */
export function workflowsIn({ statuses, workflows }: Workflows): readonly ReadWorkflow[] {
  const byReference = new Map(statuses.map((status) => [status.statusReference, status]));
  return workflows.map((workflow) => ({
    facts: {
      id: workflow.id,
      name: workflow.name,
      description: workflow.description ?? '',
      scope: workflow.scope.type === 'GLOBAL' ? 'global' : 'project',
      version: workflow.version,
      transitions: workflow.transitions.map((transition) => transitionFacts(transition, byReference)),
    },
    statuses: workflow.statuses.flatMap(({ statusReference }) => {
      const status = byReference.get(statusReference);
      return status === undefined
        ? []
        : [{ id: status.id, name: status.name, category: CATEGORY[status.statusCategory] }];
    }),
  }));
}

type References = ReadonlyMap<string, Workflows['statuses'][number]>;

const TYPE = { INITIAL: 'initial', GLOBAL: 'global', DIRECTED: 'directed' } as const;

function transitionFacts(
  { id, name, type, links, toStatusReference, validators, transitionScreen }: v.InferOutput<typeof TransitionShape>,
  references: References,
): TransitionFacts {
  const statusId = (reference: string) => references.get(reference)?.id ?? reference;
  return {
    id,
    name,
    type: TYPE[type],
    from: links.flatMap(({ fromStatusReference }) =>
      fromStatusReference == null ? [] : [statusId(fromStatusReference)],
    ),
    to: toStatusReference == null ? null : statusId(toStatusReference),
    validators,
    screenId: transitionScreen?.parameters.screenId ?? null,
  };
}
