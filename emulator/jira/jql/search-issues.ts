import { type Clause, JastBuilder, type OrderByField } from '@atlaskit/jql-ast';
import type { Issue } from '../model/issue';
import { mayOnIssue } from '../permissions';
import { JiraError } from '../rest/errors';
import type { Call } from '../rest/operation';
import { knownField } from './jql-fields';
import { type Predicate, terminalPredicate } from './match-terminal';

/** The issues that match and that the caller may see, in the order asked for, else newest first. */
export function searchIssues(call: Call, jql: string): readonly Issue[] {
  const jast = new JastBuilder().build(jql);
  const [error] = jast.errors;
  if (error !== undefined && jql.trim() !== '') throw new JiraError(400, [`Error in the JQL Query: ${error.message}`]);
  const { where, orderBy } = jast.query ?? {};
  if (where === undefined) {
    throw new JiraError(400, [
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ]);
  }
  const matches = predicateOf(where, false, call);
  const order = orderOf(orderBy?.fields ?? [], call);
  return [...call.store.issues.values()]
    .filter((issue) => mayOnIssue(call.store, call.who, 'BROWSE_PROJECTS', issue) && matches(issue))
    .sort(order);
}

/** The whole clause is read before the first issue is looked at, so that an error shows on an empty site too. */
function predicateOf(clause: Clause, isNegated: boolean, call: Call): Predicate {
  switch (clause.clauseType) {
    case 'compound': {
      const inner = clause.clauses.map((one) => predicateOf(one, isNegated, call));
      return (clause.operator.value === 'and') === isNegated
        ? (issue) => inner.some((holds) => holds(issue))
        : (issue) => inner.every((holds) => holds(issue));
    }
    case 'not':
      return predicateOf(clause.clause, !isNegated, call);
    case 'terminal':
      return terminalPredicate(clause, isNegated, call);
  }
}

function orderOf(fields: readonly OrderByField[], call: Call): (a: Issue, b: Issue) => number {
  const orders = fields.map(({ field, direction }) => ({
    field: knownField(call.store, field.value),
    sign: direction?.value.toLowerCase() === 'desc' ? -1 : 1,
  }));
  return (a, b) => {
    for (const { field, sign } of orders) {
      const order = field.compare(a, b, call);
      if (order !== 0) return order * sign;
    }
    return Number(b.id) - Number(a.id);
  };
}
