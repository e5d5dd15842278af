import type { TerminalClause, Predicate } from '@atlaskit/jql-ast';
import type { Issue } from '../model/issue';
import type { Asking } from './asking';
import { stretch } from './fields/date-fields';
import type { HistoryField, Matcher } from './fields/jql-field';
import { PEOPLE } from './fields/people-fields';
import type { Stretch } from './moment';
import { valuesOf } from './operands';
import { JqlProblem, noSuchValue } from './problem';

/** How long the field of an issue had one value, and who gave it that. Epoch milliseconds; the last has no end. */
interface Span {
  readonly value: string | null;
  readonly since: number;
  readonly until: number;
  readonly by: string;
}

interface Change {
  readonly from: string | null;
  readonly to: string | null;
  readonly at: number;
  readonly by: string;
}

/** A condition of WAS or CHANGED, as of AFTER or BY. */
interface Condition {
  readonly ofSpan: (span: Span) => boolean;
  readonly ofChange: (change: Change) => boolean;
}

/** WAS, WAS IN, WAS NOT, WAS NOT IN and CHANGED. `WAS NOT x` is: in that time never x. */
export function historyMatcher(
  clause: TerminalClause,
  operator: string,
  name: string,
  field: HistoryField,
  asking: Asking,
): Matcher {
  const conditions = clause.predicates.map((predicate) => conditionOf(predicate, operator, name, field, asking));
  const { issues } = asking.indexed;
  if (operator === 'changed' || operator === 'not changed') {
    const holds = (change: Change) => conditions.every(({ ofChange }) => ofChange(change));
    return onIssue(issues, (issue) => changesOf(issue, field).some(holds) === (operator === 'changed'));
  }
  const wanted = clause.operand === undefined ? [] : field.idsOf(valuesOf(clause.operand, asking).values, name, asking);
  const holds = (span: Span) => wanted.includes(span.value) && conditions.every(({ ofSpan }) => ofSpan(span));
  const positive = operator === 'was' || operator === 'was in';
  return onIssue(issues, (issue) => spansOf(issue, field).some(holds) === positive);
}

const onIssue = (issues: readonly (Issue | undefined)[], holds: (issue: Issue) => boolean): Matcher => ({
  cost: 100,
  holds: (slot) => {
    const issue = issues[slot];
    return issue !== undefined && holds(issue);
  },
});

const changesOf = ({ histories }: Issue, { fieldId }: HistoryField): readonly Change[] =>
  histories.flatMap(({ created, authorId, items }) =>
    items
      .filter((item) => item.fieldId === fieldId)
      .map(({ from, to }) => ({ from, to, at: Date.parse(created), by: authorId })),
  );

function spansOf(issue: Issue, field: HistoryField): readonly Span[] {
  const changes = changesOf(issue, field);
  const first = {
    to: changes[0] === undefined ? field.current(issue) : changes[0].from,
    at: Date.parse(issue.created),
    by: issue.creatorId,
  };
  return [first, ...changes].map(({ to, at, by }, place) => ({
    value: to,
    since: at,
    until: changes[place]?.at ?? Infinity,
    by,
  }));
}

function conditionOf(
  { operator, operand }: Predicate,
  clauseOperator: string,
  name: string,
  field: HistoryField,
  asking: Asking,
): Condition {
  const values = typeof operand === 'object' ? valuesOf(operand, asking).values : [];
  const word = operator.value.toLowerCase();
  switch (word) {
    case 'from':
    case 'to': {
      if (!clauseOperator.includes('changed')) {
        throw new JqlProblem(`The predicate '${word}' is not supported by the '${clauseOperator}' operator.`);
      }
      const ids = field.idsOf(values, name, asking);
      return { ofSpan: () => true, ofChange: (change) => ids.includes(word === 'from' ? change.from : change.to) };
    }
    case 'by': {
      const people = values.flatMap((value) => {
        if (value.kind === 'account') return [value.accountId];
        const found = value.kind === 'text' ? PEOPLE.idsNamed(value.text, asking) : [];
        if (found.length === 0) throw noSuchValue(value.kind === 'text' ? value.text : 'EMPTY', 'by');
        return found;
      });
      return { ofSpan: ({ by }) => people.includes(by), ofChange: ({ by }) => people.includes(by) };
    }
    default:
      return inTime(
        word,
        values.map((value) => {
          if (value.kind === 'empty') throw new JqlProblem(`The predicate '${word}' does not support EMPTY.`);
          return stretch(value, name, asking);
        }),
      );
  }
}

function inTime(word: string, times: readonly Stretch[]): Condition {
  const from = times[0]?.from ?? 0;
  switch (word) {
    case 'after':
      return { ofSpan: ({ until }) => until > from, ofChange: ({ at }) => at > from };
    case 'before':
      return { ofSpan: ({ since }) => since < from, ofChange: ({ at }) => at < from };
    default: {
      // ON a day, or DURING two moments, of which the second day is part.
      const to = times.at(-1)?.to ?? from;
      return {
        ofSpan: ({ since, until }) => since <= to && until > from,
        ofChange: ({ at }) => at >= from && at <= to,
      };
    }
  }
}
