import { type Expression, parseExpressionAt } from 'acorn';
import { ExpressionFault } from './expression-fault';

/** Reads a Jira expression, whose syntax is a part of that of JavaScript. Throws an ExpressionFault for what it cannot read. */
export function parseExpression(source: string): Expression {
  let node: Expression;
  try {
    node = parseExpressionAt(source, 0, { ecmaVersion: 2020, preserveParens: true });
  } catch (failure) {
    throw new ExpressionFault(`The expression cannot be read: ${failure instanceof Error ? failure.message : ''}`);
  }
  if (source.slice(node.end).trim() !== '') throw new ExpressionFault('Something follows after the expression.');
  return node;
}
