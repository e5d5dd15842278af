import type { Principal } from '../seams';
import type { Values } from './field-edit';
import type { Issue } from './model/issue';
import { isProjectPermission } from './model/permission';
import type { ConditionGroup, TransitionRules, WorkflowRule } from './model/workflow';
import { callerId, inRole, mayOnIssue } from './permissions';
import { type JiraStore, known } from './store';

/** Somebody about to move an issue. */
export interface Mover {
  readonly store: JiraStore;
  readonly who: Principal;
  readonly issue: Issue;
}

const listed = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

type Test = (parameters: WorkflowRule['parameters'], mover: Mover) => boolean;

/** Conditions: where one does not hold, the transition is not offered. */
const CONDITIONS: Readonly<Record<string, Test>> = {
  'system:restrict-issue-transition': mayPass,
  'system:restrict-from-all-users': () => false,
  'system:parent-or-child-blocking-condition': ({ statusIds }, { store, issue }) =>
    [...store.issues.values()].every((one) => one.parentId !== issue.id || listed(statusIds).includes(one.statusId)),
};

/** One of the accounts, roles, groups or permissions is enough. */
function mayPass(parameters: WorkflowRule['parameters'], { store, who, issue }: Mover): boolean {
  if (who.kind !== 'account') return false;
  const project = known(store.projects, issue.projectId);
  const { accountId } = who;
  return (
    listed(parameters.accountIds).some(
      (id) =>
        id === accountId ||
        (id === 'allow-assignee' && issue.fields.assignee === accountId) ||
        (id === 'allow-reporter' && issue.fields.reporter === accountId),
    ) ||
    listed(parameters.roleIds).some((id) => inRole(store, project, id, accountId)) ||
    listed(parameters.groupIds).some((id) => store.groups.get(id)?.members.includes(accountId) === true) ||
    listed(parameters.permissionKeys).some((key) => isProjectPermission(key) && mayOnIssue(store, who, key, issue))
  );
}

export function conditionsHold(group: ConditionGroup | undefined, mover: Mover): boolean {
  if (group === undefined) return true;
  const answers = [
    ...group.conditions.map(({ ruleKey, parameters }) => CONDITIONS[ruleKey]?.(parameters, mover) === true),
    ...group.conditionGroups.map((inner) => conditionsHold(inner, mover)),
  ];
  if (answers.length === 0) return true;
  return group.operation === 'ALL' ? answers.every(Boolean) : answers.some(Boolean);
}

type Refusal = (parameters: WorkflowRule['parameters'], mover: Mover, after: Values) => string | undefined;

/** Validators of Jira itself: what each says when it blocks. */
const VALIDATORS: Readonly<Record<string, Refusal>> = {
  'system:check-permission-validator': ({ permissionKey = '' }, { store, who, issue }) =>
    isProjectPermission(permissionKey) && mayOnIssue(store, who, permissionKey, issue)
      ? undefined
      : `You do not have the permission needed for this transition: ${permissionKey}.`,
  'system:parent-or-child-blocking-validator': ({ statusIds }, { store, issue }) => {
    const parent = store.issues.get(issue.parentId ?? '');
    return parent === undefined || listed(statusIds).includes(parent.statusId)
      ? undefined
      : 'The status of the parent does not allow this transition.';
  },
  'system:validate-field-value': ({ fieldsRequired, errorMessage }, { store }, after) => {
    const missing = listed(fieldsRequired).find((fieldId) => (after[fieldId] ?? null) === null);
    if (missing === undefined) return undefined;
    return errorMessage ?? `${store.fields.get(missing)?.name ?? missing} is required.`;
  },
};

/** What the validators of Jira itself, not of an app, have against the transition. */
export const systemRefusals = ({ validators }: TransitionRules, mover: Mover, values: Values): readonly string[] =>
  validators.flatMap(({ ruleKey, parameters }) => {
    const after = { ...mover.issue.fields, ...values };
    return VALIDATORS[ruleKey]?.(parameters, mover, after) ?? [];
  });

/** Post functions: what the transition itself sets. */
export function valuesByActions({ actions = [] }: TransitionRules, { who }: Pick<Mover, 'who'>): Values {
  const assignees = actions
    .filter(({ ruleKey }) => ruleKey === 'system:change-assignee')
    .map(({ parameters }) => assigneeBy(parameters, who));
  const last = assignees.at(-1);
  return last === undefined ? {} : { assignee: last };
}

function assigneeBy({ type, accountId }: WorkflowRule['parameters'], who: Principal): string | null {
  if (type === 'to-current-user') return callerId(who);
  return type === 'to-selected-user' ? (accountId ?? null) : null;
}

const ASSIGNEE_TYPES = ['to-selected-user', 'to-unassigned', 'to-current-user'];
/** What every transition of Jira does, whether a document names it or not. */
const IMPLIED = ['system:update-issue-status', 'system:create-comment', 'system:generate-issue-history'];

/** Whether a workflow with this rule can be followed here. */
export function isModelledRule(kind: 'condition' | 'validator' | 'action', rule: Omit<WorkflowRule, 'id'>): boolean {
  const { ruleKey, parameters } = rule;
  switch (kind) {
    case 'condition':
      return Object.hasOwn(CONDITIONS, ruleKey) && !Object.keys(parameters).some((key) => key.includes('CustomField'));
    case 'validator':
      if (ruleKey === 'forge:expression-validator') return true;
      if (ruleKey === 'system:validate-field-value') return parameters.ruleType === 'fieldRequired';
      return Object.hasOwn(VALIDATORS, ruleKey);
    case 'action':
      if (ruleKey === 'system:change-assignee') return ASSIGNEE_TYPES.includes(parameters.type ?? '');
      return IMPLIED.includes(ruleKey);
  }
}
