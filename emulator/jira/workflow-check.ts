import type { Status } from './model/site';
import { NotModelled } from './rest/errors';
import type { JiraStore } from './store';
import type { ConditionsDocument, RuleDocument, StatusDocument, WorkflowContent } from './workflow-document';
import { isModelledRule } from './workflow-rules';

/** One thing that is wrong with a workflow, as Jira's validation of workflows tells it. */
export interface WorkflowProblem {
  readonly code: string;
  readonly level: 'ERROR';
  readonly message: string;
  readonly type: 'RULE' | 'STATUS' | 'WORKFLOW' | 'TRANSITION' | 'SCOPE' | 'STATUS_MAPPING';
  readonly elementReference: Readonly<Record<string, unknown>>;
}

export const problem = (
  type: WorkflowProblem['type'],
  code: string,
  message: string,
  elementReference: WorkflowProblem['elementReference'] = {},
): WorkflowProblem => ({ code, level: 'ERROR', message, type, elementReference });

/** The status that a document of a status means: the one that has the id it gives, or its reference for an id. */
export const statusMeant = (store: JiraStore, { id, statusReference }: StatusDocument): Status | undefined =>
  store.statuses.get(id ?? statusReference);

/** What is wrong with the statuses of a call; those of another project are as good as missing. */
export function statusProblems(
  store: JiraStore,
  statuses: readonly StatusDocument[],
  projectId: string | undefined,
): readonly WorkflowProblem[] {
  return statuses.flatMap((status) => {
    const at = { statusReference: status.statusReference };
    const meant = statusMeant(store, status);
    if (status.id !== undefined && meant === undefined) {
      return [problem('STATUS', 'STATUS_NOT_FOUND', `The status with the ID ${status.id} does not exist.`, at)];
    }
    if (status.name.trim() === '') return [problem('STATUS', 'STATUS_NAME_EMPTY', 'A status has to have a name.', at)];
    const taken = [...store.statuses.values(), ...statuses.filter(({ id }) => id === undefined)].some(
      (other) => other !== status && other !== meant && sameName(other, status) && inScope(other, projectId),
    );
    if (!taken) return [];
    return [problem('STATUS', 'STATUS_NAME_NOT_UNIQUE', `The name '${status.name}' is used by another status.`, at)];
  });
}

const sameName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name.trim().toLowerCase() === b.name.trim().toLowerCase();

const inScope = (status: Status | StatusDocument, projectId: string | undefined): boolean =>
  'statusReference' in status || status.projectId === projectId;

/** What is wrong with a workflow, given the references of the statuses that it may use. */
export function contentProblems(content: WorkflowContent, references: ReadonlySet<string>): readonly WorkflowProblem[] {
  for (const transition of content.transitions) demandModelledRules(transition);
  const own = new Set(content.statuses.map(({ statusReference }) => statusReference));
  const unknown = [...own].filter((reference) => !references.has(reference));
  return [
    ...unknown.map((statusReference) =>
      problem('STATUS', 'STATUS_NOT_FOUND', `The status ${statusReference} is not in the call.`, { statusReference }),
    ),
    ...initialProblems(content),
    ...content.transitions.flatMap((transition) => transitionProblems(transition, content, own)),
  ];
}

function initialProblems({ transitions }: WorkflowContent): readonly WorkflowProblem[] {
  const initial = transitions.filter(({ type }) => type === 'INITIAL');
  if (initial.length === 1) return [];
  return [problem('WORKFLOW', 'INITIAL_TRANSITION_COUNT', 'The workflow has to have exactly one initial transition.')];
}

function transitionProblems(
  transition: WorkflowContent['transitions'][number],
  { transitions }: WorkflowContent,
  own: ReadonlySet<string>,
): readonly WorkflowProblem[] {
  const { id, type, name, links, toStatusReference } = transition;
  const wrong = (code: string, message: string) => [problem('TRANSITION', code, message, { transitionId: id })];
  const named = links.map(({ fromStatusReference }) => fromStatusReference ?? '');
  const missing = [...named, ...(toStatusReference == null ? [] : [toStatusReference])].find((one) => !own.has(one));
  return [
    ...(/^\d+$/.test(id) ? [] : wrong('TRANSITION_ID_INVALID', `The transition ID '${id}' has to be a number.`)),
    ...(transitions.some((other) => other !== transition && other.id === id)
      ? wrong('TRANSITION_ID_NOT_UNIQUE', `The transition ID ${id} is used more than once.`)
      : []),
    ...(name.trim() === '' ? wrong('TRANSITION_NAME_EMPTY', 'A transition has to have a name.') : []),
    ...(missing === undefined
      ? []
      : wrong(
          'TRANSITION_STATUS_NOT_FOUND',
          `The transition ${id} names a status that the workflow lacks: ${missing}.`,
        )),
    ...(type === 'DIRECTED' && links.length === 0
      ? wrong('TRANSITION_LINKS_EMPTY', `The transition ${id} has to start from a status.`)
      : []),
    ...(type !== 'DIRECTED' && links.length > 0
      ? wrong('TRANSITION_LINKS_NOT_EMPTY', `The transition ${id} cannot start from given statuses.`)
      : []),
    ...(type === 'INITIAL' && toStatusReference == null
      ? wrong('TRANSITION_TARGET_EMPTY', 'The initial transition has to lead to a status.')
      : []),
  ];
}

/** A rule that nobody would follow is refused, so that no workflow looks safer than it is. */
function demandModelledRules({
  validators,
  actions,
  conditions,
  transitionScreen,
}: WorkflowContent['transitions'][number]) {
  const demand = (kind: Parameters<typeof isModelledRule>[0], rules: readonly RuleDocument[]) => {
    const strange = rules.find((rule) => !isModelledRule(kind, rule));
    if (strange !== undefined) {
      throw new NotModelled(`The embedded Jira does not model the ${kind} ${strange.ruleKey} as it is given here yet.`);
    }
  };
  demand('validator', validators);
  demand('action', actions);
  if (conditions != null) demand('condition', rulesOf(conditions));
  if (transitionScreen != null && transitionScreen.ruleKey !== 'system:transition-screen') {
    throw new NotModelled(`The embedded Jira does not model the screen rule ${transitionScreen.ruleKey} yet.`);
  }
}

const rulesOf = ({ conditions = [], conditionGroups = [] }: ConditionsDocument): readonly RuleDocument[] => [
  ...conditions,
  ...conditionGroups.flatMap(rulesOf),
];
