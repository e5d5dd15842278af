import * as v from 'valibot';

/** Columns that every list starts with, in order; `issuekey` and `summary` lead to the issue. */
export const FIRST_COLUMNS: readonly string[] = [
  'issuetype',
  'issuekey',
  'summary',
  'status',
  'reporter',
  'assignee',
  'created',
];

const KEY = 'embedded-jira.columns';
const KeptSchema = v.pipe(v.string(), v.parseJson(), v.pipe(v.array(v.string()), v.minLength(1)));

/** What this browser chose before. */
export function keptColumns(): readonly string[] {
  const kept = v.safeParse(KeptSchema, window.localStorage.getItem(KEY));
  return kept.success ? kept.output : FIRST_COLUMNS;
}

export const keepColumns = (columns: readonly string[]): void =>
  window.localStorage.setItem(KEY, JSON.stringify(columns));
