import { type Exchange, operationOf } from './exchange';
import type { JiraJsSchemas } from './jira-js-schemas';
import type { Description } from './openapi';

/** A problem that somebody else's description has with an exchange of ours. */
export interface Problem {
  readonly operationId: string;
  readonly by: 'jira.js' | 'OpenAPI';
  readonly side: 'request' | 'answer';
  readonly status: number;
  readonly what: string;
}

export const inWords = ({ by, side, status, what }: Problem): string => `${by}, ${side} of ${status}: ${what}`;

export interface Witnesses {
  readonly jiraJs: JiraJsSchemas;
  /** Undefined where JIRA_OPENAPI is not set. */
  readonly openApi: Description | undefined;
}

/**
 * Every problem of an exchange with a modelled operation. What was refused was perhaps wrong on purpose, so its request is
 * not looked at. What is not modelled (501) is no answer of Jira's and is left alone, as are calls that came too often (429),
 * which Jira refuses before any operation.
 */
export function problemsOf({ jiraJs, openApi }: Witnesses, exchange: Exchange): readonly Problem[] {
  const operation = operationOf(exchange.method, exchange.path);
  const { status, answered } = exchange;
  if (operation === undefined || status === 501 || status === 429) return [];
  const { operationId, method, path } = operation;
  const found = (by: Problem['by'], side: Problem['side'], lines: readonly string[] = []): readonly Problem[] =>
    lines.map((what) => ({ operationId, by, side, status, what }));
  const answer = found('OpenAPI', 'answer', openApi?.answerProblems(operationId, exchange));
  if (status >= 300) return answer;
  return [
    ...answer,
    ...found('OpenAPI', 'request', openApi?.requestProblems(operationId, exchange)),
    ...found('jira.js', 'answer', jiraJs.problems(method, path, answered)),
  ];
}
