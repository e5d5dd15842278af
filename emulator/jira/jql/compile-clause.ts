import type { Clause, TerminalClause } from '@atlaskit/jql-ast';
import { NotModelled } from '../rest/errors';
import type { Asking } from './asking';
import { findField } from './fields/find-field';
import type { JqlField, Matcher } from './fields/jql-field';
import { HISTORY } from './fields/terms-field';
import { nameOf } from './field-name';
import { historyMatcher } from './history';
import { valuesOf } from './operands';
import { emptyNotSupported, JqlProblem, operatorNotSupported } from './problem';

/** What `NOT` makes of an operator. As in Jira, `NOT a = b` is `a != b`, and so leaves out issues whose field is empty. */
const NEGATED: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  was: 'was not',
  'was not': 'was',
  'was in': 'was not in',
  'was not in': 'was in',
  changed: 'not changed',
};

/** Everything that is wrong with a clause is told at once; `matcher` is undefined then. */
interface Compiled {
  readonly matcher: Matcher | undefined;
  readonly problems: readonly JqlProblem[];
}

/** Reads the whole clause before the first issue is looked at, so that an error shows on an empty site too. */
export function compileClause(clause: Clause, isNegated: boolean, asking: Asking): Compiled {
  switch (clause.clauseType) {
    case 'compound': {
      const inner = clause.clauses.map((one) => compileClause(one, isNegated, asking));
      const matchers = inner.flatMap(({ matcher }) => matcher ?? []);
      const isAnd = (clause.operator.value === 'and') !== isNegated;
      return {
        matcher: matchers.length < inner.length ? undefined : combined(matchers, isAnd),
        problems: inner.flatMap(({ problems }) => problems),
      };
    }
    case 'not':
      return compileClause(clause.clause, !isNegated, asking);
    case 'terminal':
      try {
        return { matcher: compileTerminal(clause, isNegated, asking), problems: [] };
      } catch (failure) {
        if (!(failure instanceof JqlProblem)) throw failure;
        return { matcher: undefined, problems: [failure] };
      }
  }
}

/** Cheap parts first: what reads texts and histories then sees only what is left. */
function combined(matchers: readonly Matcher[], isAnd: boolean): Matcher {
  const parts = [...matchers].sort((a, b) => a.cost - b.cost);
  const cost = Math.max(1, ...parts.map((part) => part.cost));
  return {
    cost,
    holds: isAnd ? (slot) => parts.every(({ holds }) => holds(slot)) : (slot) => parts.some(({ holds }) => holds(slot)),
  };
}

function compileTerminal(clause: TerminalClause, isNegated: boolean, asking: Asking): Matcher {
  const field = findField(clause.field, asking.store);
  const name = nameOf(clause);
  const written = clause.operator?.value.toLowerCase() ?? '';
  const operator = isNegated ? (NEGATED[written] ?? written) : written;
  demandOperator(field, written, name);
  if (HISTORY.includes(written)) {
    if (field.history === undefined) throw new JqlProblem(`History searches do not support the '${name}' field.`);
    return historyMatcher(clause, operator, name, field.history, asking);
  }
  if (clause.predicates.length > 0) {
    const predicate = clause.predicates[0]?.operator.value ?? '';
    throw new JqlProblem(`The '${written}' operator does not support the use of the '${predicate}' predicate.`);
  }
  if (clause.operand === undefined) throw operatorNotSupported(written, name);
  const { values, isList, text } = valuesOf(clause.operand, asking);
  demandOperand(written, isList, text, name);
  const asksEmpty = values.some(({ kind }) => kind === 'empty');
  if (asksEmpty && !field.supportsEmpty) throw emptyNotSupported(name);
  if (written.startsWith('is') && values.some(({ kind }) => kind !== 'empty')) {
    throw new JqlProblem(`The '${written}' operator only supports EMPTY and NULL, not '${text}' for field '${name}'.`);
  }
  return field.match({ name, operator, values }, asking);
}

function demandOperator(field: JqlField, written: string, name: string): void {
  if (field.undocumented?.includes(written) === true) {
    throw new NotModelled(
      `That '${name}' supports the operator '${written}' is documented nowhere: the app must not need it.`,
    );
  }
  if (HISTORY.includes(written) || field.operators.includes(written)) return;
  if (written.startsWith('is') && !field.supportsEmpty) throw emptyNotSupported(name);
  throw operatorNotSupported(written, name);
}

function demandOperand(written: string, isList: boolean, text: string, name: string): void {
  const wantsList = written === 'in' || written === 'not in';
  if (wantsList === isList) return;
  throw new JqlProblem(
    `Operator '${written}' does not support the ${isList ? 'list' : 'non-list'} value '${text}' for field '${name}'.`,
  );
}
