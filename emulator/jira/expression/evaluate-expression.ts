import type { Expression, Property, SpreadElement, Super } from 'acorn';
import { isDeepStrictEqual } from 'node:util';
import { ExpressionFault } from './expression-fault';
import { parseExpression } from './parse-expression';
import { callMethod, type Lambda } from './methods';

type Context = Readonly<Record<string, unknown>>;

/**
 * The value of a Jira expression over plain values. Strict as Jira is: reaching into null is a fault, `&&`, `||`, `!`
 * and `?:` want booleans, and values of different types are not equal.
 */
export const evaluateExpression = (source: string, context: Context): unknown =>
  evaluate(parseExpression(source), context);

type Node = Expression | SpreadElement | Super | Property;

function evaluate(node: Node, context: Context): unknown {
  switch (node.type) {
    case 'Literal':
      if (node.regex != null || node.bigint != null) throw new ExpressionFault('Such a literal is not modelled.');
      return node.value;
    case 'TemplateLiteral':
      return node.quasis
        .map(({ value }, index) => {
          const inner = node.expressions[index];
          return (value.cooked ?? '') + (inner === undefined ? '' : String(evaluate(inner, context)));
        })
        .join('');
    case 'Identifier':
      if (!Object.hasOwn(context, node.name)) throw new ExpressionFault(`There is no variable '${node.name}' here.`);
      return context[node.name];
    case 'ChainExpression':
      return evaluate(node.expression, context);
    case 'ParenthesizedExpression':
      return evaluate(node.expression, context);
    case 'ArrayExpression':
      return node.elements.map((element) => (element === null ? null : evaluate(element, context)));
    case 'UnaryExpression':
      if (node.operator === '!') return !truth(evaluate(node.argument, context));
      if (node.operator === '-') return -number(evaluate(node.argument, context));
      if (node.operator === 'typeof') return typeName(evaluate(node.argument, context));
      throw new ExpressionFault(`The operator ${node.operator} is not modelled.`);
    case 'LogicalExpression':
      return logical(node.operator, node.left, node.right, context);
    case 'BinaryExpression':
      if (node.left.type === 'PrivateIdentifier') throw new ExpressionFault('Private names are not modelled.');
      return binary(node.operator, evaluate(node.left, context), evaluate(node.right, context));
    case 'ConditionalExpression':
      return evaluate(truth(evaluate(node.test, context)) ? node.consequent : node.alternate, context);
    case 'MemberExpression':
      return member(evaluate(node.object, context), propertyName(node, context), node.optional);
    case 'CallExpression':
      return call(node, context);
    default:
      throw new ExpressionFault(`${node.type} is not modelled in expressions.`);
  }
}

type NodeOf<Type extends Expression['type']> = Extract<Expression, { type: Type }>;

function propertyName(node: NodeOf<'MemberExpression'>, context: Context): string | number {
  if (!node.computed && node.property.type === 'Identifier') return node.property.name;
  if (node.property.type === 'PrivateIdentifier') throw new ExpressionFault('Private names are not modelled.');
  const name = evaluate(node.property, context);
  if (typeof name !== 'string' && typeof name !== 'number')
    throw new ExpressionFault('An index is a text or a number.');
  return name;
}

/** A property that is not there is null; a property of null is a fault, unless asked with `?.`. */
function member(object: unknown, name: string | number, optional: boolean): unknown {
  if (object === null || object === undefined) {
    if (optional) return null;
    throw new ExpressionFault(`Evaluation failed: '${name}' of null was asked for.`);
  }
  if (name === 'length' && (typeof object === 'string' || Array.isArray(object))) return object.length;
  const own: unknown = Object.getOwnPropertyDescriptor(object, name)?.value;
  return own ?? null;
}

function call(node: NodeOf<'CallExpression'>, context: Context): unknown {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super')
    throw new ExpressionFault('Only methods are modelled.');
  const target = evaluate(callee.object, context);
  const name = propertyName(callee, context);
  if (target === null || target === undefined) return member(target, name, callee.optional);
  const given = node.arguments.map((argument) =>
    argument.type === 'ArrowFunctionExpression'
      ? ({ kind: 'lambda', call: lambda(argument, context) } as const)
      : ({ kind: 'value', value: evaluate(argument, context) } as const),
  );
  return callMethod(target, name, given);
}

/** `entry => ...`: its parameters hide variables of the same name. */
function lambda({ params, body }: NodeOf<'ArrowFunctionExpression'>, context: Context): Lambda {
  if (body.type === 'BlockStatement') throw new ExpressionFault('Blocks of statements are not modelled.');
  const names = params.map((parameter) => {
    if (parameter.type !== 'Identifier') throw new ExpressionFault('Only plain parameters are modelled.');
    return parameter.name;
  });
  return (...values) =>
    evaluate(body, { ...context, ...Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])) });
}

function logical(operator: string, left: Expression, right: Expression, context: Context): unknown {
  const first = evaluate(left, context);
  if (operator === '??') return first ?? evaluate(right, context);
  if (operator === '&&') return truth(first) && truth(evaluate(right, context));
  return truth(first) || truth(evaluate(right, context));
}

function binary(operator: string, left: unknown, right: unknown): unknown {
  switch (operator) {
    case '==':
      return isDeepStrictEqual(left ?? null, right ?? null);
    case '!=':
      return !isDeepStrictEqual(left ?? null, right ?? null);
    case '<':
      return number(left) < number(right);
    case '<=':
      return number(left) <= number(right);
    case '>':
      return number(left) > number(right);
    case '>=':
      return number(left) >= number(right);
    case '+':
      return typeof left === 'string' ? left + String(right) : number(left) + number(right);
    default:
      throw new ExpressionFault(`The operator ${operator} is not modelled.`);
  }
}

/** As the language names them: https://developer.atlassian.com/cloud/jira/platform/jira-expressions/ */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'List' : typeof value;
}

function truth(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new ExpressionFault('A boolean was wanted, and something else was there.');
  return value;
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new ExpressionFault('A number was wanted, and something else was there.');
  return value;
}
