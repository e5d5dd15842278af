import * as v from 'valibot';
import { evaluateExpression } from '../expression/evaluate-expression';
import { expensiveOperations } from '../expression/expression-cost';
import { ExpressionFault } from '../expression/expression-fault';
import { expressionIssue, expressionProject, expressionUser } from '../expression/expression-issue';
import { parseExpression } from '../expression/parse-expression';
import { browsedIssue, browsedProject, callerId } from '../permissions';
import { known } from '../store';
import { JiraError, NotModelled } from './errors';
import { type Call, type Operation, readWholeBody } from './operation';

const Ref = v.strictObject({
  id: v.optional(v.pipe(v.union([v.number(), v.string()]), v.transform(String))),
  key: v.optional(v.string()),
});

const CustomSchema = v.variant('type', [
  v.strictObject({ type: v.literal('user'), name: v.string(), accountId: v.string() }),
  v.strictObject({ type: v.literal('issue'), name: v.string(), ...Ref.entries }),
  v.strictObject({ type: v.literal('json'), name: v.string(), value: v.unknown() }),
]);

const EvaluateSchema = v.object({
  expression: v.string(),
  context: v.optional(
    v.strictObject({
      issue: v.optional(Ref),
      project: v.optional(Ref),
      custom: v.optional(v.array(CustomSchema), []),
    }),
    {},
  ),
});
type Asked = NonNullable<v.InferOutput<typeof EvaluateSchema>['context']>;

const evaluation = (operationId: string, path: string): Operation => ({
  operationId,
  method: 'POST',
  path,
  handle: (call) => {
    const { expression, context } = readWholeBody(EvaluateSchema, call);
    const variables = variablesOf(call, context);
    try {
      return Response.json({ value: evaluateExpression(expression, variables) ?? null });
    } catch (failure) {
      if (failure instanceof ExpressionFault) throw new JiraError(400, [failure.message]);
      throw failure;
    }
  },
});

export const evaluateJiraExpression = evaluation('evaluateJiraExpression', '/expression/eval');
/** The newer of the two, which searches as `search/jql` does: that part is not modelled of either. */
export const evaluateJSISJiraExpression = evaluation('evaluateJSISJiraExpression', '/expression/evaluate');

/** What the caller may see of what the context names. */
function variablesOf(call: Call, { issue, project, custom }: Asked): Readonly<Record<string, unknown>> {
  const { store, who } = call;
  const found = issue && browsedIssue(store, who, issue.id ?? issue.key ?? '');
  const place =
    project === undefined
      ? found && known(store.projects, found.projectId)
      : browsedProject(store, who, project.id ?? project.key ?? '');
  return {
    user: expressionUser(store, callerId(who)),
    ...(found === undefined ? {} : { issue: expressionIssue(store, found) }),
    ...(place === undefined ? {} : { project: expressionProject(place) }),
    ...Object.fromEntries(custom.map((one) => [one.name, customVariable(call, one)])),
  };
}

function customVariable({ store, who }: Call, variable: v.InferOutput<typeof CustomSchema>): unknown {
  switch (variable.type) {
    case 'json':
      return variable.value;
    case 'issue':
      return expressionIssue(store, browsedIssue(store, who, variable.id ?? variable.key ?? ''));
    case 'user':
      if (!store.accounts.has(variable.accountId)) throw new JiraError(400, ['The user does not exist.']);
      return expressionUser(store, variable.accountId);
  }
}

const AnalyseSchema = v.object({ expressions: v.array(v.string()) });

export const analyseExpression: Operation = {
  operationId: 'analyseExpression',
  method: 'POST',
  path: '/expression/analyse',
  query: ['check'],
  handle: (call) => {
    callerId(call.who);
    const check = call.query.get('check') ?? 'syntax';
    if (check !== 'syntax' && check !== 'complexity') {
      throw new NotModelled(`The embedded Jira does not model check=${check} of expressions yet.`);
    }
    const { expressions } = readWholeBody(AnalyseSchema, call);
    return Response.json({ results: expressions.map((expression) => analysed(expression, check === 'complexity')) });
  },
};

function analysed(expression: string, withComplexity: boolean) {
  try {
    parseExpression(expression);
  } catch (failure) {
    if (!(failure instanceof ExpressionFault)) throw failure;
    return { expression, valid: false, errors: [{ type: 'syntax', message: failure.message }] };
  }
  if (!withComplexity) return { expression, valid: true };
  return { expression, valid: true, complexity: { expensiveOperations: String(expensiveOperations(expression)) } };
}
