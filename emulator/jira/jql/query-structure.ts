import {
  type Clause,
  type Field as WrittenField,
  type Operand,
  type OrderByField,
  type TerminalClause,
} from '@atlaskit/jql-ast';
import { keyOf, nameOf, pathOf } from './field-name';
import type { Query } from './parse-query';

/** The tree of a query in the shape of `JqlQuery`: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-jql/ */
export const queryStructure = ({ where, orderBy }: Query) => ({
  ...(where === undefined ? {} : { where: clauseJson(where) }),
  ...(orderBy.length === 0 ? {} : { orderBy: { fields: orderBy.map(orderJson) } }),
});

function clauseJson(clause: Clause): object {
  switch (clause.clauseType) {
    case 'compound':
      return { clauses: clause.clauses.map(clauseJson), operator: clause.operator.value };
    case 'not':
      return { clauses: [clauseJson(clause.clause)], operator: 'not' };
    case 'terminal':
      return terminalJson(clause);
  }
}

function terminalJson(clause: TerminalClause): object {
  const { operator, operand, predicates } = clause;
  const word = operator?.value ?? '';
  const isHistory = word.startsWith('was') || word === 'changed';
  return {
    field: fieldJson(clause.field),
    operator: word,
    ...(typeof operand === 'object' ? { operand: operandJson(operand) } : {}),
    ...(isHistory
      ? {
          predicates: predicates.map((predicate) => ({
            operator: predicate.operator.value,
            ...(typeof predicate.operand === 'object' ? { operand: operandJson(predicate.operand) } : {}),
          })),
        }
      : {}),
  };
}

const fieldJson = (field: WrittenField): object => {
  const properties = field.properties ?? [];
  return {
    name: nameOf({ field }),
    encodedName: field.text + properties.map((one) => `[${encoded(keyOf(one))}]${pathOf(one.path)}`).join(''),
    ...(properties.length === 0
      ? {}
      : {
          property: properties.map((one) => ({
            entity: field.value.replace('.property', ''),
            key: keyOf(one),
            path: pathOf(one.path).replace(/^\./, ''),
          })),
        }),
  };
};

const encoded = (text: string) => (/^[\w.-]+$/.test(text) ? text : JSON.stringify(text));

function operandJson(operand: Operand): object {
  switch (operand.operandType) {
    case 'value':
      return { value: operand.value, encodedValue: operand.text };
    case 'keyword':
      return { keyword: 'empty' };
    case 'function':
      return {
        function: operand.function.value,
        arguments: operand.arguments.map(({ value }) => value),
        encodedOperand: operandText(operand),
      };
    case 'list':
      return { values: operand.values.map(operandJson), encodedOperand: operandText(operand) };
  }
}

function operandText(operand: Operand): string {
  switch (operand.operandType) {
    case 'value':
      return operand.text;
    case 'keyword':
      return 'EMPTY';
    case 'function':
      return `${operand.function.text}(${operand.arguments.map(({ text }) => text).join(', ')})`;
    case 'list':
      return `(${operand.values.map(operandText).join(', ')})`;
  }
}

const orderJson = ({ field, direction }: OrderByField): object => ({
  field: fieldJson(field),
  ...(typeof direction === 'object' ? { direction: direction.value.toLowerCase() } : {}),
});
