const BARE = /(issue|project|user|issuetype)\.properties\[(['"])(.+?)\2\]((?:\.[A-Za-z_$][\w$]*|\[(['"]).+?\5\])*)/;

/** `event.runtime.issuetype.properties['key'].a.b` in the text of a filter. */
const PATH = new RegExp(`event\\.runtime\\.${BARE.source}`, 'g');

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
    const name = `property${Object.keys(variables).length}`;
    const path = pathOf(parts);
    variables[name] = path === undefined ? null : read(path);
    return name;
  });
  return { expression: replaced, variables };
}

/** A path as `payload.include.propertyPaths` writes it: `issue.properties['key'].a`; undefined for anything else. */
export function parsePropertyPath(text: string): PropertyPath | undefined {
  const match = BARE.exec(text);
  return match?.[0] === text ? pathOf(match) : undefined;
}

function pathOf([, entity, , propertyKey = '', steps = '']: readonly string[]): PropertyPath | undefined {
  return isEntity(entity) ? { entity, propertyKey, steps: stepsOf(steps) } : undefined;
}

const isEntity = (name: string | undefined): name is PropertyPath['entity'] =>
  name === 'issue' || name === 'project' || name === 'user' || name === 'issuetype';

/** `.a['b.c']` names a, b and c. */
const stepsOf = (below: string) =>
  [...below.matchAll(STEP)].flatMap(([, dotted, , bracketed]) => (dotted ?? bracketed ?? '').split('.'));

/** A value as a path gives it: null where it is neither a primitive nor a list of them. */
export function primitive(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((part) => typeof part !== 'object') ? value : null;
  return value === undefined || typeof value === 'object' ? null : value;
}

/** The value below `value` by the names; undefined where they lead nowhere. */
export const below = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((part, name) => (isRecord(part) && Object.hasOwn(part, name) ? part[name] : undefined), value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
