import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { ExpressionFault } from './expression-fault';

/** Where a person carries the roles that `getProjectRoles` answers from: out of the reach of every expression. */
export const PROJECT_ROLES = Symbol('project roles');

const UserSchema = v.looseObject({ accountId: v.string() });
const RolesSchema = v.record(v.string(), v.array(v.unknown()));

function projectRoles(user: object, given: Given): unknown {
  const project = v.safeParse(v.looseObject({ id: v.number() }), valueAt(given, 0));
  if (!project.success) throw new ExpressionFault('A project was wanted as an argument.');
  const roles: unknown = Object.getOwnPropertyDescriptor(user, PROJECT_ROLES)?.value;
  return v.is(RolesSchema, roles) ? (roles[String(project.output.id)] ?? []) : [];
}

/** A function written in the expression itself, as `map` and its sisters take it. */
export type Lambda = (...values: readonly unknown[]) => unknown;
type Argument =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'lambda'; readonly call: Lambda };

/** A method of a text or a list: https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/ */
export function callMethod(target: unknown, name: string | number, given: readonly Argument[]): unknown {
  const method = ownOf(TEXT_METHODS, name);
  if (typeof target === 'string' && method !== undefined) return method(target, given);
  if (name === 'getProjectRoles' && v.is(UserSchema, target)) return projectRoles(target, given);
  const listMethod = ownOf(LIST_METHODS, name);
  if (Array.isArray(target) && listMethod !== undefined) return listMethod(target, given);
  throw new ExpressionFault(`The method '${name}' is not modelled.`);
}

/** Not what every object of JavaScript inherits, such as `constructor`. */
const ownOf = <Method>(table: Readonly<Record<string, Method>>, name: string | number): Method | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

type Given = readonly Argument[];

function valueAt(given: Given, index: number): unknown {
  const argument = given[index];
  if (argument?.kind !== 'value') throw new ExpressionFault('A value was wanted as an argument.');
  return argument.value;
}

function textAt(given: Given, index: number): string {
  const value = valueAt(given, index);
  if (typeof value !== 'string') throw new ExpressionFault('A text was wanted as an argument.');
  return value;
}

function lambdaAt(given: Given, index: number): Lambda {
  const argument = given[index];
  if (argument?.kind !== 'lambda') throw new ExpressionFault('A function was wanted as an argument.');
  return argument.call;
}

/** Those that decide something want a boolean of their function. */
function testAt(given: Given, index: number): (value: unknown) => boolean {
  const lambda = lambdaAt(given, index);
  return (value) => {
    const answer = lambda(value);
    if (typeof answer !== 'boolean') throw new ExpressionFault('A boolean was wanted, and something else was there.');
    return answer;
  };
}

/** One or two whole numbers, as `slice` takes them. */
function bounds(given: Given): [number, number?] {
  const numbers = given.map((_, index) => valueAt(given, index));
  const parsed = v.safeParse(v.tuple([v.number(), v.optional(v.number())]), numbers);
  if (!parsed.success) throw new ExpressionFault('Numbers were wanted as arguments.');
  const [from, to] = parsed.output;
  return to === undefined ? [from] : [from, to];
}

const TEXT_METHODS: Readonly<Record<string, (target: string, given: Given) => unknown>> = {
  includes: (target, given) => target.includes(textAt(given, 0)),
  startsWith: (target, given) => target.startsWith(textAt(given, 0)),
  endsWith: (target, given) => target.endsWith(textAt(given, 0)),
  indexOf: (target, given) => target.indexOf(textAt(given, 0)),
  split: (target, given) => target.split(textAt(given, 0)),
  replace: (target, given) => target.replaceAll(textAt(given, 0), textAt(given, 1)),
  slice: (target, given) => target.slice(...bounds(given)),
  trim: (target) => target.trim(),
  toLowerCase: (target) => target.toLowerCase(),
  toUpperCase: (target) => target.toUpperCase(),
};

const LIST_METHODS: Readonly<Record<string, (target: readonly unknown[], given: Given) => unknown>> = {
  includes: (target, given) => target.some((entry) => isDeepStrictEqual(entry, valueAt(given, 0))),
  indexOf: (target, given) => target.findIndex((entry) => isDeepStrictEqual(entry, valueAt(given, 0))),
  join: (target, given) => target.map(String).join(given.length === 0 ? ',' : textAt(given, 0)),
  slice: (target, given) => target.slice(...bounds(given)),
  flatten: (target) => target.flat(),
  map: (target, given) => target.map((entry) => lambdaAt(given, 0)(entry)),
  filter: (target, given) => target.filter(testAt(given, 0)),
  some: (target, given) => target.some(testAt(given, 0)),
  every: (target, given) => target.every(testAt(given, 0)),
  find: (target, given) => target.find(testAt(given, 0)) ?? null,
};
