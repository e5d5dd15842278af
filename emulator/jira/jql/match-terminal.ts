import type { Operand, TerminalClause } from '@atlaskit/jql-ast';
import type { Issue } from '../model/issue';
import type { Call } from '../rest/operation';
import { JiraError, NotModelled } from '../rest/errors';
import { known } from '../store';
import { type JqlField, knownField } from './jql-fields';
import { momentOf } from './moment';

export type Predicate = (issue: Issue) => boolean;

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
};

/** Whether `field operator operand` holds for an issue. Throws where Jira refuses the clause, or it is not modelled. */
export function terminalPredicate(clause: TerminalClause, isNegated: boolean, call: Call): Predicate {
  const { operator, operand, predicates } = clause;
  const name = clause.field.value;
  const field = knownField(call.store, name);
  const written = operator?.value ?? '';
  const negated = NEGATED[written];
  const isHistory = predicates.length > 0 || negated === undefined || operand === undefined;
  if (isHistory || (clause.field.properties ?? []).length > 0) {
    throw new NotModelled(`The embedded Jira does not model '${name} ${written}' as it is asked here yet.`);
  }
  const asked = { name, field, operator: isNegated ? negated : written, values: valuesOf(operand, field, call) };
  demandFits(asked, written, call);
  return predicateOf(asked, call);
}

/** `null` stands for EMPTY. */
type Value = string | Date | null;

interface Asked {
  readonly name: string;
  readonly field: JqlField;
  readonly operator: string;
  readonly values: readonly Value[];
}

function predicateOf({ field, operator, values }: Asked, call: Call): Predicate {
  const named = (issue: Issue) => field.names(issue, call);
  const equals = (names: readonly string[]) =>
    values.some((value) => (value === null ? names.length === 0 : names.includes(String(value).toLowerCase())));
  const contains = (names: readonly string[]) => values.some((value) => hasWords(names, String(value)));
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return (issue) => equals(named(issue));
    case '!=':
    case 'not in':
    case 'is not':
      return (issue) => named(issue).length > 0 && !equals(named(issue));
    case '~':
      return (issue) => contains(named(issue));
    case '!~':
      return (issue) => named(issue).length > 0 && !contains(named(issue));
    default:
      return dateComparison(field, operator, values[0] ?? null, call);
  }
}

/** Words as parts of texts. Jira looks for whole words and their stems: this finds a little more. */
function hasWords(names: readonly string[], asked: string): boolean {
  const words = asked
    .toLowerCase()
    .replaceAll(/["*]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.every((word) => names.some((text) => text.includes(word)));
}

function dateComparison(field: JqlField, operator: string, value: Value, call: Call): Predicate {
  const zone = call.who.kind === 'account' ? known(call.store.accounts, call.who.accountId).timeZone : 'Etc/UTC';
  const other = value instanceof Date ? value.getTime() : momentOf(value ?? 'EMPTY', call.jira.clock.now(), zone);
  return (issue) => {
    const mine = Date.parse(field.names(issue, call)[0] ?? '');
    if (operator === '<') return mine < other;
    if (operator === '<=') return mine <= other;
    return operator === '>' ? mine > other : mine >= other;
  };
}

const OPERATORS: Readonly<Record<JqlField['kind'], readonly string[]>> = {
  names: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  text: ['~', '!~', 'is', 'is not'],
  date: ['<', '<=', '>', '>=', 'is', 'is not'],
};

/** Jira refuses an operator that the field has not, and a value that nothing on the site (that the caller sees) has. */
function demandFits({ name, field, values }: Asked, written: string, call: Call): void {
  if (field.more?.includes(written) === true) {
    throw new NotModelled(`The embedded Jira does not model '${name} ${written}' yet.`);
  }
  if (!OPERATORS[field.kind].includes(written)) {
    throw new JiraError(400, [`The operator '${written}' is not supported by the '${name}' field.`]);
  }
  const strange = values.find(
    (value) => typeof value === 'string' && field.exists?.(value.toLowerCase(), call) === false,
  );
  if (typeof strange === 'string') {
    throw new JiraError(400, [`The value '${strange}' does not exist for the field '${name}'.`]);
  }
}

function valuesOf(operand: Operand, field: JqlField, call: Call): readonly Value[] {
  switch (operand.operandType) {
    case 'value':
      return [operand.value.toLowerCase() === field.nameOfEmpty ? null : operand.value];
    case 'keyword':
      return [null];
    case 'list':
      return operand.values.flatMap((value) => valuesOf(value, field, call));
    case 'function':
      return functionValues(operand.function.value, call);
  }
}

function functionValues(name: string, { who, jira }: Call): readonly Value[] {
  switch (name.toLowerCase()) {
    case 'currentuser':
      return who.kind === 'account' ? [who.accountId] : [];
    case 'now':
      return [jira.clock.now()];
    default:
      throw new NotModelled(`The embedded Jira does not model the function '${name}()' yet.`);
  }
}
