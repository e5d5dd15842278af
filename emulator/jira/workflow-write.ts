import type { StatusCategory } from './model/site';
import { type ConditionGroup, LOOP, type TransitionRules, type Workflow, type WorkflowRule } from './model/workflow';
import type { JiraStore } from './store';
import { statusMeant } from './workflow-check';
import type {
  ConditionsDocument,
  RuleDocument,
  StatusDocument,
  TransitionDocument,
  WorkflowContent,
} from './workflow-document';

const CATEGORY: Readonly<Record<StatusDocument['statusCategory'], StatusCategory>> = {
  TODO: 'new',
  IN_PROGRESS: 'indeterminate',
  DONE: 'done',
};

/** Makes or changes the statuses of a call. Answers with the id that each reference means. */
export function writeStatuses(
  store: JiraStore,
  statuses: readonly StatusDocument[],
  projectId: string | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    statuses.map((document) => {
      const { name, description, statusCategory, statusReference } = document;
      const category = CATEGORY[statusCategory];
      const found = statusMeant(store, document);
      if (found !== undefined) {
        Object.assign(found, { name, description, category });
        return [statusReference, found.id];
      }
      const id = store.nextId('status');
      store.statuses.set(id, { id, name, description, category, ...(projectId === undefined ? {} : { projectId }) });
      return [statusReference, id];
    }),
  );
}

/** What a workflow is, of what a call says and the statuses that it means. */
export type WrittenContent = Omit<Workflow, 'id' | 'name' | 'projectId' | 'versionNumber'>;

export function writtenContent(
  store: JiraStore,
  content: WorkflowContent,
  statusIds: ReadonlyMap<string, string>,
): WrittenContent {
  const idOf = (reference: string) => statusIds.get(reference) ?? reference;
  const initial = content.transitions.find(({ type }) => type === 'INITIAL');
  if (initial === undefined) throw new Error('A workflow without an initial transition was let through.');
  const { startPointLayout, loopedTransitionContainerLayout } = content;
  const placed = content.statuses.flatMap(({ statusReference, layout }) =>
    layout == null ? [] : [[idOf(statusReference), layout] as const],
  );
  const withProperties = content.statuses.map(
    ({ statusReference, properties }) => [idOf(statusReference), properties] as const,
  );
  return {
    description: content.description,
    initialStatusId: idOf(initial.toStatusReference ?? ''),
    initial: rules(store, initial),
    transitions: content.transitions
      .filter(({ type }) => type !== 'INITIAL')
      .map((transition) => ({
        ...rules(store, transition),
        from: transition.links.flatMap(({ fromStatusReference }) => idOf(fromStatusReference ?? '')),
        to: transition.toStatusReference == null ? LOOP : idOf(transition.toStatusReference),
      })),
    statusIds: content.statuses.map(({ statusReference }) => idOf(statusReference)),
    layouts: Object.fromEntries(placed),
    statusProperties: Object.fromEntries(withProperties.filter(([, properties]) => Object.keys(properties).length > 0)),
    ...(startPointLayout == null ? {} : { startPointLayout }),
    ...(loopedTransitionContainerLayout == null ? {} : { loopedTransitionContainerLayout }),
  };
}

function rules(store: JiraStore, transition: TransitionDocument): TransitionRules {
  const { id, name, description, properties, validators, actions, conditions, transitionScreen } = transition;
  const screenId = transitionScreen?.parameters.screenId;
  return {
    id,
    name,
    description,
    validators: validators.map((rule) => writtenRule(store, rule)),
    ...(actions.length === 0 ? {} : { actions: actions.map((rule) => writtenRule(store, rule)) }),
    ...(conditions == null ? {} : { conditions: writtenConditions(store, conditions) }),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(screenId === undefined || screenId === '' ? {} : { screenId }),
  };
}

/** A rule keeps its id, so that an editor can find it again; a new one is given one. */
function writtenRule(store: JiraStore, { id, ruleKey, parameters }: RuleDocument): WorkflowRule {
  const given = id ?? parameters.id ?? ruleId(Number(store.nextId('rule')));
  const own = ruleKey.startsWith('forge:')
    ? { disabled: 'false', ...parameters, id: parameters.id ?? given }
    : parameters;
  return { id: given, ruleKey, parameters: own };
}

/** Rule ids of Jira are UUIDs; these are counted, so that the same calls give the same ids. */
const ruleId = (count: number) => `00000000-0000-4000-9000-${String(count).padStart(12, '0')}`;

const writtenConditions = (store: JiraStore, document: ConditionsDocument): ConditionGroup => ({
  operation: document.operation ?? 'ALL',
  conditions: (document.conditions ?? []).map((rule) => writtenRule(store, rule)),
  conditionGroups: (document.conditionGroups ?? []).map((inner) => writtenConditions(store, inner)),
});
