import { type Expression, parseExpressionAt, type Property, type SpreadElement, type Super } from 'acorn';
import { isDeepStrictEqual } from 'node:util';

/** An expression that Jira would not evaluate either, or a part of the language that is not modelled here. */
export class ExpressionFault extends Error {
  override readonly name = 'ExpressionFault';
}

type Context = Readonly<Record<string, unknown>>;

/**
 * The value of a Jira expression over plain values. Strict as Jira is: reaching into null is a fault, `&&`, `||`, `!`
 * and `?:` want booleans, and values of different types are not equal.
 */
export function evaluateExpression(source: string, context: Context): unknown {
  let node: Expression;
  try {
    node = parseExpressionAt(source, 0, { ecmaVersion: 2020 });
  } catch (failure) {
    throw new ExpressionFault(`The expression cannot be read: ${failure instanceof Error ? failure.message : ''}`);
  }
  if (source.slice(node.end).trim() !== '') throw new ExpressionFault('Something follows after the expression.');
  return evaluate(node, context);
}

type Node = Expression | SpreadElement | Super | Property;

function evaluate(node: Node, context: Context): unknown {
  switch (node.type) {
    case 'Literal':
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

/** Methods of texts and lists that take values, not functions. */
function call(node: NodeOf<'CallExpression'>, context: Context): unknown {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super')
    throw new ExpressionFault('Only methods are modelled.');
  const target = evaluate(callee.object, context);
  const name = propertyName(callee, context);
  if (target === null && callee.optional) return null;
  const values = node.arguments.map((argument) => evaluate(argument, context));
  if (name === 'includes' && Array.isArray(target)) return target.some((entry) => isDeepStrictEqual(entry, values[0]));
  if (typeof target === 'string') {
    const text = String(values[0]);
    if (name === 'includes') return target.includes(text);
    if (name === 'startsWith') return target.startsWith(text);
    if (name === 'trim') return target.trim();
    if (name === 'toLowerCase') return target.toLowerCase();
  }
  throw new ExpressionFault(`The method '${name}' is not modelled.`);
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

function truth(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new ExpressionFault('A boolean was wanted, and something else was there.');
  return value;
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new ExpressionFault('A number was wanted, and something else was there.');
  return value;
}
