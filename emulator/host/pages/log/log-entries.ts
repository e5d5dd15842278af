import type { SiteLog } from '../../api/site-log';

export interface LogEntry {
  /** ISO 8601 text. */
  readonly at: string;
  /** Where it comes from, e.g. a function of the app. */
  readonly source: string;
  readonly text: string;
  readonly isProblem: boolean;
}

const newestFirst = (entries: readonly LogEntry[]): readonly LogEntry[] =>
  [...entries].sort((one, other) => other.at.localeCompare(one.at));

/** What was asked for and is not modelled, and what the pages noted. */
export const unmodelledEntries = ({ unmodelled, notes }: SiteLog): readonly LogEntry[] =>
  newestFirst([
    ...unmodelled.jira.map(({ at, method, path, why }) => ({
      at,
      source: 'Jira',
      text: `${method} ${path}: ${why}`,
      isProblem: true,
    })),
    ...unmodelled.forge.map(({ at, what }) => ({ at, source: 'Forge', text: what, isProblem: true })),
    ...notes.map(({ at, message }) => ({ at, source: 'Pages', text: message, isProblem: true })),
  ]);

/** What the app wrote to its log, and what the platform had to say about it. */
export const consoleEntries = ({ console, notices }: SiteLog): readonly LogEntry[] =>
  newestFirst([
    ...console.map(({ at, functionKey, level, text }) => ({
      at,
      source: functionKey,
      text,
      isProblem: level === 'error' || level === 'warn',
    })),
    ...notices.map(({ at, text }) => ({ at, source: 'platform', text, isProblem: true })),
  ]);

/** Each run of a function of the app. */
export const invocationEntries = ({ invocations }: SiteLog): readonly LogEntry[] =>
  newestFirst(
    invocations.map(({ startedAt, functionKey, outcome }) => ({
      at: startedAt,
      source: functionKey,
      text: outcome ? [outcome.kind, outcome.message].filter((part) => part !== undefined).join(': ') : 'running',
      isProblem: outcome !== null && outcome !== undefined && outcome.kind !== 'returned',
    })),
  );
