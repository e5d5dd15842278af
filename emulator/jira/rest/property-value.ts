import { JiraError } from './errors';
import type { Call } from './operation';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/ */
const LONGEST_VALUE = 32_768;

/** What an entity property may hold: JSON within the limit; 400 otherwise. */
export function propertyValue(value: unknown): unknown {
  if (value === undefined || JSON.stringify(value).length > LONGEST_VALUE) {
    throw new JiraError(400, [`The value has to be JSON of at most ${LONGEST_VALUE} characters.`]);
  }
  return value;
}

/** 400 for a key that Jira does not take: https://developer.atlassian.com/cloud/jira/platform/jira-entity-properties/ */
export function propertyKey(key: string): string {
  if (key.length === 0 || key.length > 255) {
    throw new JiraError(400, ['The property key has to be between 1 and 255 characters.']);
  }
  return key;
}

export const missingProperty = (key: string) => new JiraError(404, [`The property ${key} does not exist.`]);

/** Keys of properties as Jira lists them; `self` is the address of the list. */
export const propertyKeys = (properties: Readonly<Record<string, unknown>>, self: string) => ({
  keys: Object.keys(properties).map((key) => ({ self: `${self}/${encodeURIComponent(key)}`, key })),
});

/** Sets what the body holds: the new properties, and Jira's answer (201 for a new key). */
export function withProperty(properties: Readonly<Record<string, unknown>>, key: string, { body }: Call) {
  const isNew = !Object.hasOwn(properties, key);
  return {
    properties: { ...properties, [propertyKey(key)]: propertyValue(body) },
    response: new Response(null, { status: isNew ? 201 : 200 }),
  };
}

/** 404 if there is none of this key. */
export function withoutProperty(properties: Readonly<Record<string, unknown>>, key: string) {
  if (!Object.hasOwn(properties, key)) throw missingProperty(key);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== key));
}
