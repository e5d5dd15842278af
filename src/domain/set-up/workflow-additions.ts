import type { Policy, Stage, Status } from '../policy';
import { moduleAri } from './app-rule';
import type { AppIdentity, StatusFacts } from './configuration';
import type { NewStatus, NewTransition, WorkflowAdditions } from './deed';
import { ruleGaps, stageBySettings } from './gates';
import type { TransitionFacts } from './workflow-facts';

/** The status in which a change begins. */
export const INITIAL: NewStatus = { name: 'Identified', category: 'to-do' };

type MarkedStage = keyof Policy['statuses'];

/** Each stage with the category of its status, the transition that leads to it, and the stages where that begins. */
const STAGES = [
  { stage: 'deploying', category: 'in-progress', transition: 'Start deployment', from: ['before-deployment'] },
  {
    stage: 'deployed',
    category: 'in-progress',
    transition: 'Mark deployed',
    from: ['deploying', 'before-deployment'],
  },
  { stage: 'closed', category: 'done', transition: 'Close', from: ['deployed', 'deploying'] },
  { stage: 'cancelled', category: 'done', transition: 'Cancel', from: ['before-deployment'] },
] as const satisfies readonly {
  readonly stage: MarkedStage;
  readonly category: StatusFacts['category'];
  readonly transition: string;
  readonly from: readonly Stage[];
}[];

/** A workflow that is to get its gates. `transitions` and `statuses`: what it has; nothing but a beginning for a new one. */
export interface WorkflowBase {
  readonly statuses: readonly StatusFacts[];
  readonly initialStatusId: string;
  readonly transitions: readonly TransitionFacts[];
}

const inStage = (statuses: readonly StatusFacts[], stage: Stage, policy: Policy) =>
  statuses.filter((status) => stageBySettings(status, policy) === stage);

/** Whether a change can be deployed by this workflow at all, as the settings name statuses. */
export const isForDeployments = (statuses: readonly StatusFacts[], policy: Policy): boolean =>
  inStage(statuses, 'deploying', policy).length + inStage(statuses, 'deployed', policy).length > 0;

/** What stages a workflow lacks: a new one gets every stage, one of long standing only what ends a change. */
function missingStages({ statuses }: Pick<WorkflowBase, 'statuses'>, policy: Policy) {
  const wanted = isForDeployments(statuses, policy)
    ? STAGES.filter(({ stage }) => stage === 'deployed' || stage === 'closed')
    : STAGES;
  return wanted.flatMap((one) => {
    const [name] = policy.statuses[one.stage];
    return name === undefined || inStage(statuses, one.stage, policy).length > 0 ? [] : [{ ...one, name }];
  });
}

/** The statuses that a workflow lacks. */
export const missingStatuses = (base: Pick<WorkflowBase, 'statuses'>, policy: Policy): readonly NewStatus[] =>
  missingStages(base, policy).map(({ name, category }) => ({ name, category }));

export const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export interface ScreenFields {
  /** Field ids by screen id. */
  readonly byScreen: Readonly<Record<string, readonly string[]>>;
}

/** What a workflow lacks for its gates to hold. `known` has every status that it lacks. */
export function additionsTo(
  base: WorkflowBase,
  known: readonly StatusFacts[],
  { policy, app, byScreen }: { readonly policy: Policy; readonly app: AppIdentity } & ScreenFields,
): WorkflowAdditions {
  const missing = missingStages(base, policy);
  const added = missing.flatMap(({ name }) => known.find((status) => sameName(status.name, name)) ?? []);
  const statuses = [...base.statuses, ...added];
  const keysFor = (transition: TransitionFacts) =>
    ruleGaps({
      transition,
      statuses,
      screenFields: transition.screenId === null ? [] : (byScreen[transition.screenId] ?? []),
      policy,
      app,
    }).map(({ rule }) => moduleAri(app, rule));
  const validators = base.transitions
    .filter(({ type }) => type !== 'initial')
    .map((transition) => ({ transitionId: transition.id, keys: keysFor(transition) }))
    .filter(({ keys }) => keys.length > 0);
  const highest = Math.max(0, ...base.transitions.map(({ id }) => Number(id)).filter(Number.isInteger));
  const transitions = missing.flatMap(({ name, transition, from }, index): readonly NewTransition[] => {
    const to = added.find((status) => sameName(status.name, name));
    const origins = from.map((stage) => originsIn(base, statuses, stage, policy)).find((ids) => ids.length > 0);
    if (to === undefined || origins === undefined) return [];
    const id = String((Math.floor(highest / 10) + 1 + index) * 10 + 1);
    const placed: TransitionFacts = {
      id,
      name: transition,
      type: 'directed',
      from: origins,
      to: to.id,
      validators: [],
      screenId: null,
    };
    return [{ id, name: transition, from: origins, to: to.id, validators: keysFor(placed) }];
  });
  return { statuses: added, transitions, validators };
}

/** Where a new transition begins: before the deployment only in the status in which changes begin. */
function originsIn(base: WorkflowBase, statuses: readonly StatusFacts[], stage: Stage, policy: Policy) {
  const ids = inStage(statuses, stage, policy).map(({ id }) => id);
  return stage === 'before-deployment' ? ids.filter((id) => id === base.initialStatusId) : ids;
}

export const hasAdditions = ({ statuses, transitions, validators }: WorkflowAdditions): boolean =>
  statuses.length + transitions.length + validators.length > 0;

/** Names of transitions that create an issue on the far side of a gate, where no rule can help. */
export const gatedCreations = (
  { transitions, statuses }: WorkflowBase,
  policy: Policy,
  app: AppIdentity,
): readonly Status[] =>
  transitions
    .filter(({ type }) => type === 'initial')
    .filter((transition) => ruleGaps({ transition, statuses, screenFields: [], policy, app }).length > 0)
    .flatMap(({ to }) => statuses.find(({ id }) => id === to) ?? []);
