import { type Clause, JastBuilder } from '@atlaskit/jql-ast';
import type { Issue } from '../model/issue';
import { mayOnIssue } from '../permissions';
import { JiraError } from '../rest/errors';
import type { Call } from '../rest/operation';
import { knownField } from './jql-fields';
import { matchesTerminal } from './match-terminal';

/** The issues that match and that the caller may see, in the order asked for, else newest first. */
export function searchIssues(call: Call, jql: string): readonly Issue[] {
  const jast = new JastBuilder().build(jql);
  const [error] = jast.errors;
  if (error !== undefined) throw new JiraError(400, [`Error in the JQL Query: ${error.message}`]);
  const { where, orderBy } = jast.query ?? {};
  if (where === undefined && jql.trim() === '') {
    throw new JiraError(400, [
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ]);
  }
  const visible = [...call.store.issues.values()].filter((issue) =>
    mayOnIssue(call.store, call.who, 'BROWSE_PROJECTS', issue),
  );
  const found = where === undefined ? visible : visible.filter((issue) => matches(where, issue, call));
  const orders = (orderBy?.fields ?? []).map(({ field, direction }) => ({
    field: knownField(call.store, field.value),
    sign: direction?.value.toLowerCase() === 'desc' ? -1 : 1,
  }));
  const newestFirst = (a: Issue, b: Issue) => Number(b.id) - Number(a.id);
  return found.sort((a, b) => {
    for (const { field, sign } of orders) {
      const order = field.compare(a, b, call);
      if (order !== 0) return order * sign;
    }
    return newestFirst(a, b);
  });
}

function matches(clause: Clause, issue: Issue, call: Call): boolean {
  switch (clause.clauseType) {
    case 'compound':
      return clause.operator.value === 'and'
        ? clause.clauses.every((inner) => matches(inner, issue, call))
        : clause.clauses.some((inner) => matches(inner, issue, call));
    case 'not':
      return !matches(clause.clause, issue, call);
    case 'terminal':
      return matchesTerminal(clause, issue, call);
  }
}
