import { Hono } from 'hono';
import { evaluateExpression } from '../jira/expression/evaluate-expression';
import { ExpressionFault } from '../jira/expression/expression-fault';
import { expressionIssue } from '../jira/expression/expression-issue';
import type { Jira } from '../jira/jira';
import type { Issue } from '../jira/model/issue';
import { mayOnIssue } from '../jira/permissions';
import { issueByIdOrKey } from '../jira/store';
import { viewerOf } from './session-cookie';

/** How Jira's pages show the fields of an app: by the formatter that the app's manifest gives. */
export function fieldViewRoute(jira: Jira): Hono {
  const routes = new Hono();
  routes.get('/field-views', (context) => {
    const who = { kind: 'account', accountId: viewerOf(context) } as const;
    const keys = (context.req.query('issueKeys') ?? '').split(',');
    const seen = keys
      .map((key) => issueByIdOrKey(jira.store, key))
      .filter((issue) => issue !== undefined && mayOnIssue(jira.store, who, 'BROWSE_PROJECTS', issue));
    const views = seen.flatMap((issue) => (issue === undefined ? [] : [[issue.key, viewsOf(jira, issue)] as const]));
    return context.json({ issues: Object.fromEntries(views) });
  });
  return routes;
}

/** Field id -> text. A field without a formatter, or one whose formatter fails, is left out. */
function viewsOf({ store }: Jira, issue: Issue): Readonly<Record<string, string>> {
  const views = [...store.fields.values()].flatMap(({ id, forge }) => {
    const value = issue.fields[id];
    if (forge?.formatter === undefined || value === undefined || value === null) return [];
    const text = formatted(forge.formatter, { value, issue: expressionIssue(store, issue) });
    return text === undefined ? [] : [[id, text] as const];
  });
  return Object.fromEntries(views);
}

function formatted(expression: string, context: Readonly<Record<string, unknown>>): string | undefined {
  try {
    const text = evaluateExpression(expression, context);
    return typeof text === 'string' ? text : undefined;
  } catch (failure) {
    if (failure instanceof ExpressionFault) return undefined;
    throw failure;
  }
}
