import type { Issue } from '../model/issue';
import { JiraError } from '../rest/errors';
import type { Call } from '../rest/operation';
import type { Asking } from './asking';
import { browseFilter } from './browse-filter';
import { compileClause } from './compile-clause';
import type { Matcher } from './fields/jql-field';
import type { Indexed } from './index/search-index';
import { firstInOrder, type Order, orderOf, type Position } from './order';
import { parseQuery } from './parse-query';
import { JqlProblem } from './problem';

type Caller = Pick<Call, 'jira' | 'store' | 'who'>;

/** What of the found issues is wanted. */
interface Part {
  readonly jql: string;
  /** How many at most. */
  readonly count: number;
  /** The position of the last issue of the page before. */
  readonly after: Position | undefined;
  /** Ids of issues that are read past the lag of the index. */
  readonly strict: readonly string[];
}

export interface Found {
  readonly issues: readonly Issue[];
  /** Where the last of them stands, if there are more. */
  readonly end: Position | undefined;
}

/** The issues that match and that the caller may see, in the order asked for, else newest first. */
export function searchIssues(caller: Caller, { jql, count, after, strict }: Part): Found {
  return caller.jira.searchIndex.read(strict, (indexed) => {
    const asking = askingOf(caller, indexed);
    const { matcher, order } = compile(jql, asking, true);
    const slots = matching(matcher, asking).filter((slot) => after === undefined || order.compareTo(slot, after) > 0);
    const page = firstInOrder(slots, count, order.compare);
    const last = page.at(-1);
    return {
      // Since the index may be late, an issue in it may be gone.
      issues: page.flatMap((slot) => caller.store.issues.get(indexed.issues[slot]?.id ?? '') ?? []),
      end: last === undefined || slots.length <= count ? undefined : order.positionOf(last),
    };
  });
}

export const countIssues = (caller: Caller, jql: string): number =>
  caller.jira.searchIndex.read([], (indexed) => {
    const asking = askingOf(caller, indexed);
    return matching(compile(jql, asking, true).matcher, asking).length;
  });

/** Those of these issues that the query finds, read past the lag. */
export const matchIssues = (caller: Caller, jql: string, issueIds: readonly string[]): readonly string[] =>
  caller.jira.searchIndex.read(issueIds, (indexed) => {
    const asking = askingOf(caller, indexed);
    const { matcher } = compile(jql, asking, false);
    const seen = browseFilter(asking);
    return issueIds.filter((id) => {
      const slot = indexed.slotOf(id);
      return slot !== undefined && seen(slot) && matcher.holds(slot);
    });
  });

/** What Jira finds wrong with a query. */
export const problemsIn = (caller: Caller, jql: string): readonly JqlProblem[] =>
  caller.jira.searchIndex.read([], (indexed) => {
    try {
      return findProblems(jql, askingOf(caller, indexed)).problems;
    } catch (failure) {
      if (failure instanceof JqlProblem) return [failure];
      throw failure;
    }
  });

export const askingOf = ({ jira, store, who }: Caller, indexed: Indexed): Asking => ({
  store,
  who,
  now: jira.clock.now(),
  timeZone: (who.kind === 'account' ? store.accounts.get(who.accountId)?.timeZone : undefined) ?? 'Etc/UTC',
  indexed,
  within: [],
  matcherOf: (jql, asking) => compile(jql, asking, false).matcher,
});

interface Compiled {
  readonly matcher: Matcher;
  readonly order: Order;
}

/** Throws everything that is wrong as one answer of Jira's. */
function compile(jql: string, asking: Asking, mustBeBounded: boolean): Compiled {
  const { problems, matcher, order, isBounded } = findProblems(jql, asking);
  if (problems.length > 0 || order === undefined) {
    throw new JiraError(400, [...new Set(problems.flatMap(({ errorMessages }) => errorMessages))]);
  }
  if (mustBeBounded && !isBounded) {
    throw new JiraError(400, [
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ]);
  }
  return { matcher: matcher ?? { cost: 1, holds: () => true }, order };
}

function findProblems(jql: string, asking: Asking) {
  const { where, orderBy } = parseQuery(jql);
  const { matcher, problems } =
    where === undefined ? { matcher: undefined, problems: [] } : compileClause(where, false, asking);
  const isBounded = where !== undefined;
  try {
    return { matcher, problems, order: orderOf(orderBy, asking), isBounded };
  } catch (failure) {
    if (!(failure instanceof JqlProblem)) throw failure;
    return { matcher, problems: [...problems, failure], order: undefined, isBounded };
  }
}

function matching(matcher: Matcher, asking: Asking): readonly number[] {
  const seen = browseFilter(asking);
  const slots: number[] = [];
  for (let slot = 0; slot < asking.indexed.issues.length; slot += 1) {
    if (seen(slot) && matcher.holds(slot)) slots.push(slot);
  }
  return slots;
}
