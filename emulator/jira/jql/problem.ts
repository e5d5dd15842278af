import { JiraError } from '../rest/errors';

/** What Jira finds wrong with a query. `value`: something that is asked for does not exist, which parsing only warns of. */
export class JqlProblem extends JiraError {
  constructor(
    message: string,
    readonly about: 'query' | 'value' = 'query',
  ) {
    super(400, [message]);
  }
}

export const noSuchField = (name: string) =>
  new JqlProblem(`Field '${name}' does not exist or you do not have permission to view it.`);

export const noSuchValue = (value: string, field: string) =>
  new JqlProblem(`The value '${value}' does not exist for the field '${field}'.`, 'value');

export const operatorNotSupported = (operator: string, field: string) =>
  new JqlProblem(`The operator '${operator}' is not supported by the '${field}' field.`);

export const emptyNotSupported = (field: string) =>
  new JqlProblem(`The field '${field}' does not support searching for EMPTY values.`);

export const invalidDate = (value: string, field: string) =>
  new JqlProblem(
    `Date value '${value}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
