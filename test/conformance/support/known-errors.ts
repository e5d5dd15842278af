import type { Problem } from './check-exchange';

/** A place where Atlassian's description or jira.js is wrong about Jira, so that Jira itself would not pass. */
export interface KnownError extends Pick<Problem, 'operationId' | 'by' | 'side'> {
  readonly what: RegExp;
  readonly why: string;
}

const known = (operationIds: string, by: Problem['by'], side: Problem['side'], what: RegExp, why: string) =>
  operationIds.split(' ').map((operationId): KnownError => ({ operationId, by, side, what, why }));

/** One that no longer occurs fails the test, and is to be taken out. */
export const KNOWN_ERRORS: readonly KnownError[] = [
  ...known(
    'getChangeLogs getChangeLogsByIds getBulkChangelogs getIssue',
    'OpenAPI',
    'answer',
    /\/items\/\d+\/(from|to|fromString|toString): must be string/,
    'Jira sends null where a field had or has no value; ChangeDetails says string only.',
  ),
  ...known(
    'getBulkChangelogs',
    'OpenAPI',
    'answer',
    /\/changeHistories\/\d+\/created: must be string/,
    'The example of the same description has a number, and so does Jira; Changelog says string.',
  ),
  ...known(
    'getRemoteIssueLinks',
    'OpenAPI',
    'answer',
    /^: must be object/,
    'Without a global id the answer is a list, as in the example of the same description.',
  ),
  ...known(
    'submitBulkMove',
    'OpenAPI',
    'request',
    /must have required property '(targetToMultipleSourceMapping|issueIdOrKeys)'/,
    'The list of required properties misspells targetToSourcesMapping and issueIdsOrKeys.',
  ),
];

export const isKnown = (problem: Problem): boolean => KNOWN_ERRORS.some((error) => isOf(error, problem));

export const isOf = (error: KnownError, problem: Problem): boolean =>
  error.operationId === problem.operationId &&
  error.by === problem.by &&
  error.side === problem.side &&
  error.what.test(problem.what);
