import { expressionIssue, expressionProject, expressionUser } from './expression/expression-issue';
import { changeItems, type Values } from './field-edit';
import { fieldKind } from './fields';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import { forgeValidators, targetStatusId, type Transition } from './model/workflow';
import { JiraError } from './rest/errors';
import { known } from './store';
import { systemRefusals } from './workflow-rules';

interface Attempt {
  readonly jira: Jira;
  readonly issue: Issue;
  readonly transition: Transition;
  /** What the transition's screen sets. */
  readonly values: Values;
  readonly caller: string;
  /** Whether the transition creates the issue, which then has neither id nor key yet. */
  readonly isNew?: boolean;
}

/** Fields that a rule is not told of, by https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/ */
const NOT_TOLD = ['summary', 'reporter'];

/** Asks every rule of the transition. Throws Jira's 400 with what each blocking rule says; nothing has changed then. */
export async function askValidators(attempt: Attempt): Promise<void> {
  const { jira, issue, transition, caller } = attempt;
  const mover = { store: jira.store, who: { kind: 'account', accountId: caller }, issue } as const;
  const messages = [...systemRefusals(transition, mover, attempt.values)];
  for (const { parameters } of forgeValidators(transition)) {
    if (parameters.disabled === 'true') continue;
    const answer = await jira.askValidator({
      ruleKey: parameters.key,
      config: parameters.config,
      issueId: issue.id,
      issueKey: issue.key,
      projectId: issue.projectId,
      fromStatusId: issue.statusId,
      toStatusId: targetStatusId(transition, issue.statusId),
      modifiedFields: modifiedFields(attempt),
      accountId: caller,
      expressionContext: expressionContext(attempt),
    });
    if (answer.kind === 'blocked') messages.push(answer.message);
    if (answer.kind === 'failed') {
      messages.push('There was an error in a validator of this transition. Contact your administrator.');
    }
  }
  if (messages.length > 0) throw new JiraError(400, messages);
}

function modifiedFields({ jira, issue, values }: Attempt): Readonly<Record<string, unknown>> {
  const context = contextOf(jira, issue);
  const changed = changeItems(issue, values, context).filter(({ fieldId }) => !NOT_TOLD.includes(fieldId));
  return Object.fromEntries(
    changed.map(({ fieldId }) => {
      const field = known(jira.store.fields, fieldId);
      const value = values[fieldId] ?? null;
      if (value === null) return [fieldId, null];
      // Of a person only the account id is told.
      return [fieldId, field.type === 'user' ? { accountId: value } : fieldKind(field).json(value, field, context)];
    }),
  );
}

function expressionContext({
  jira,
  issue,
  transition,
  values,
  caller,
  isNew,
}: Attempt): Readonly<Record<string, unknown>> {
  const after = { ...issue, fields: { ...issue.fields, ...values } };
  const project = known(jira.store.projects, issue.projectId);
  return {
    issue: expressionIssue(jira.store, after),
    ...(isNew !== true && { originalIssue: expressionIssue(jira.store, issue) }),
    user: expressionUser(jira.store, caller),
    project: expressionProject(project),
    transition: {
      id: Number(transition.id),
      name: transition.name,
      from: { id: Number(issue.statusId) },
      to: { id: Number(targetStatusId(transition, issue.statusId)) },
    },
  };
}

const contextOf = (jira: Jira, issue: Issue) => ({
  store: jira.store,
  baseUrl: jira.baseUrl(),
  project: known(jira.store.projects, issue.projectId),
});
