/** `event.runtime.issuetype.properties['key'].a.b` in the text of a filter. */
const PATH =
  /event\.runtime\.(issue|project|user|issuetype)\.properties\[(['"])(.+?)\2\]((?:\.[A-Za-z_$][\w$]*|\[(['"]).+?\5\])*)/g;

const STEP = /\.([A-Za-z_$][\w$]*)|\[(['"])(.+?)\2\]/g;

export interface PropertyPath {
  readonly entity: 'issue' | 'project' | 'user' | 'issuetype';
  readonly propertyKey: string;
  /** The names below the property's value. */
  readonly steps: readonly string[];
}

/**
 * Entity properties are found in the text of the filter, read before it is evaluated, and put in by name. A path that
 * leads nowhere, or to an object, is null:
 * https://developer.atlassian.com/platform/forge/events-reference/product_events/#filtering-by-entity-properties
 */
export function withProperties(
  expression: string,
  read: (path: PropertyPath) => unknown,
): { readonly expression: string; readonly variables: Readonly<Record<string, unknown>> } {
  const variables: Record<string, unknown> = {};
  const replaced = expression.replace(PATH, (...parts: string[]) => {
    const [, entity, , propertyKey = '', below = ''] = parts;
    const name = `property${Object.keys(variables).length}`;
    variables[name] = isEntity(entity) ? primitive(read({ entity, propertyKey, steps: stepsOf(below) })) : null;
    return name;
  });
  return { expression: replaced, variables };
}

const isEntity = (name: string | undefined): name is PropertyPath['entity'] =>
  name === 'issue' || name === 'project' || name === 'user' || name === 'issuetype';

/** `.a['b.c']` names a, b and c. */
const stepsOf = (below: string) =>
  [...below.matchAll(STEP)].flatMap(([, dotted, , bracketed]) => (dotted ?? bracketed ?? '').split('.'));

function primitive(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((part) => typeof part !== 'object') ? value : null;
  return value === undefined || typeof value === 'object' ? null : value;
}

/** The value below `value` by the names; undefined where they lead nowhere. */
export const below = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((part, name) => (isRecord(part) && Object.hasOwn(part, name) ? part[name] : undefined), value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
