import type { Operand, TerminalClause } from '@atlaskit/jql-ast';
import type { Issue } from '../model/issue';
import type { Call } from '../rest/operation';
import { JiraError, NotModelled } from '../rest/errors';
import { type JqlField, knownField } from './jql-fields';

/** Whether `field operator operand` holds for the issue. */
export function matchesTerminal(clause: TerminalClause, issue: Issue, call: Call): boolean {
  const { operator, operand } = clause;
  if (operator === undefined || operand === undefined || clause.predicates.length > 0) {
    throw new NotModelled(`The embedded Jira does not model this clause on '${clause.field.value}' yet.`);
  }
  const field = knownField(call.store, clause.field.value);
  const names = field.names(issue, call);
  const values = valuesOf(operand, call);
  switch (operator.value) {
    case '=':
    case 'in':
    case 'is':
      return equals(field, names, values);
    case '!=':
    case 'not in':
      // As in Jira, "not this" leaves out issues whose field is empty.
      return names.length > 0 && !equals(field, names, values);
    case 'is not':
      return !equals(field, names, values);
    case '~':
      return values.some((value) => contains(field, names, value));
    case '!~':
      return names.length > 0 && !values.some((value) => contains(field, names, value));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compares(field, names, operator.value, values, call);
    default:
      throw new NotModelled(`The embedded Jira does not model the operator '${operator.value}' yet.`);
  }
}

/** `null` stands for EMPTY. */
type Value = string | null;

const equals = (field: JqlField, names: readonly string[], values: readonly Value[]): boolean => {
  if (field.kind === 'date' && values.some((value) => value !== null)) {
    throw new NotModelled('The embedded Jira compares dates only with <, <=, > and >= yet.');
  }
  return values.some((value) => (value === null ? names.length === 0 : names.includes(value.toLowerCase())));
};

function contains(field: JqlField, names: readonly string[], value: Value): boolean {
  if (field.kind !== 'text' || value === null)
    throw new JiraError(400, ["The operator '~' is not supported by this field."]);
  const words = value
    .toLowerCase()
    .replaceAll(/["*]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.every((word) => names.some((text) => text.includes(word)));
}

function valuesOf(operand: Operand, call: Call): readonly Value[] {
  switch (operand.operandType) {
    case 'value':
      return [operand.value];
    case 'keyword':
      return [null];
    case 'list':
      return operand.values.flatMap((value) => valuesOf(value, call));
    case 'function':
      return functionValues(operand.function.value, call);
  }
}

function functionValues(name: string, { who, jira }: Call): readonly Value[] {
  switch (name.toLowerCase()) {
    case 'currentuser':
      return who.kind === 'account' ? [who.accountId] : [];
    case 'now':
      return [jira.clock.now().toISOString()];
    default:
      throw new NotModelled(`The embedded Jira does not model the function '${name}()' yet.`);
  }
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** A date, a date and time, or a time from now on such as `-2d`. */
function momentOf(value: Value, { jira }: Call): number {
  const relative = /^([+-]?\d+)([mhdw])$/.exec(value ?? '');
  if (relative !== null) return jira.clock.now().getTime() + Number(relative[1]) * (UNIT_MS[relative[2] ?? ''] ?? 0);
  const moment = Date.parse((value ?? '').replaceAll('/', '-').replace(' ', 'T'));
  if (Number.isNaN(moment)) {
    throw new JiraError(400, [
      `Date value '${value ?? ''}' for field is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    ]);
  }
  return moment;
}

function compares(
  field: JqlField,
  names: readonly string[],
  operator: '<' | '<=' | '>' | '>=',
  values: readonly Value[],
  call: Call,
): boolean {
  if (field.kind !== 'date') throw new JiraError(400, [`The operator '${operator}' is not supported by this field.`]);
  const mine = Date.parse(names[0] ?? '');
  const other = momentOf(values[0] ?? null, call);
  return { '<': mine < other, '<=': mine <= other, '>': mine > other, '>=': mine >= other }[operator];
}
