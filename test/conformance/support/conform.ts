import { inWords, type Problem, problemsOf, type Witnesses } from './check-exchange';
import type { Exchange } from './exchange';
import { jiraJsSchemas } from './jira-js-schemas';
import { isKnown } from './known-errors';
import { openApiDescription } from './openapi';

let called: Promise<Witnesses> | undefined;

/** jira.js, and Atlassian's description where JIRA_OPENAPI names it; read once a test file. */
export const witnesses = (): Promise<Witnesses> =>
  (called ??= Promise.all([jiraJsSchemas(), openApiDescription()]).then(([jiraJs, openApi]) => ({ jiraJs, openApi })));

/** Throws where the exchange is not as others describe Jira, and they are right about it. */
export async function demandConforming(exchange: Exchange): Promise<void> {
  const wrong = problemsOf(await witnesses(), exchange).filter((problem: Problem) => !isKnown(problem));
  if (wrong.length > 0)
    throw new Error(`${exchange.method} ${exchange.path} is not as Jira's:\n${wrong.map(inWords).join('\n')}`);
}
