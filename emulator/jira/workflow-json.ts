import { statusIdsOf } from './configuration';
import type { Status, StatusCategory } from './model/site';
import { type ConditionGroup, LOOP, type Transition, type TransitionRules, type Workflow } from './model/workflow';
import { type JiraStore, known } from './store';

const CATEGORY: Readonly<Record<StatusCategory, string>> = {
  new: 'TODO',
  indeterminate: 'IN_PROGRESS',
  done: 'DONE',
};

export const scopeJson = (projectId: string | undefined) =>
  projectId === undefined ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: projectId } };

/** A status as the operations of `/statuses` show it. */
export const plainStatusJson = ({ id, name, description = '', category, projectId }: Status) => ({
  id,
  name,
  description,
  statusCategory: CATEGORY[category],
  scope: scopeJson(projectId),
});

/** Workflows, and the statuses that they name by `statusReference`, which is the status's id. */
export function workflowsJson(store: JiraStore, workflows: readonly Workflow[]) {
  const statusIds = new Set(workflows.flatMap(statusIdsOf));
  return {
    statuses: [...statusIds].map((id) => ({ ...plainStatusJson(known(store.statuses, id)), statusReference: id })),
    workflows: workflows.map(workflowJson),
  };
}

export function workflowJson(workflow: Workflow) {
  const { id, name, description = '', startPointLayout, loopedTransitionContainerLayout } = workflow;
  return {
    id,
    name,
    description,
    isEditable: true,
    scope: scopeJson(workflow.projectId),
    ...(startPointLayout === undefined ? {} : { startPointLayout }),
    ...(loopedTransitionContainerLayout === undefined ? {} : { loopedTransitionContainerLayout }),
    statuses: statusIdsOf(workflow).map((statusId) => ({
      statusReference: statusId,
      deprecated: false,
      properties: workflow.statusProperties?.[statusId] ?? {},
      ...(workflow.layouts?.[statusId] === undefined ? {} : { layout: workflow.layouts[statusId] }),
    })),
    transitions: [
      { ...rulesJson(workflow.initial), type: 'INITIAL', links: [], toStatusReference: workflow.initialStatusId },
      ...workflow.transitions.map(transitionJson),
    ],
    version: { id: versionId(workflow), versionNumber: workflow.versionNumber },
  };
}

/** Names the document that an update has to have read. */
export const versionId = ({ id }: Workflow): string => `${id}-version`;

const transitionJson = (transition: Transition) => ({
  ...rulesJson(transition),
  type: transition.from.length === 0 ? 'GLOBAL' : 'DIRECTED',
  links: transition.from.map((fromStatusReference) => ({ fromPort: null, fromStatusReference, toPort: null })),
  ...(transition.to === LOOP ? {} : { toStatusReference: transition.to }),
});

const rulesJson = (rules: TransitionRules) => ({
  id: rules.id,
  name: rules.name,
  description: rules.description ?? '',
  properties: rules.properties ?? {},
  validators: rules.validators,
  actions: rules.actions ?? [],
  triggers: [],
  ...(rules.conditions === undefined ? {} : { conditions: conditionsJson(rules.conditions) }),
  ...(rules.screenId === undefined
    ? {}
    : {
        transitionScreen: {
          id: `screen-${rules.screenId}`,
          ruleKey: 'system:transition-screen',
          parameters: { screenId: rules.screenId },
        },
      }),
});

const conditionsJson = ({ operation, conditions, conditionGroups }: ConditionGroup): object => ({
  operation,
  conditions,
  conditionGroups: conditionGroups.map(conditionsJson),
});
