import { KvsRefusal } from './refusal';
import type { Space } from './store';

// https://developer.atlassian.com/platform/forge/limits-kvs-ce/
const LONGEST_KEY = 500;
const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const BIGGEST_VALUE = 240 * 1024;
const DEEPEST_VALUE = 31;
export const MOST_OPERATIONS = 25;
export const BIGGEST_PAYLOAD = 4 * 1024 * 1024;
export const MOST_CONDITIONS = 100;
export const BIGGEST_PAGE = 100;
export const DEFAULT_PAGE = 10;

/** Throws a KvsRefusal unless `key` may be used. */
export function checkKey(space: Space, key: string): void {
  if (key === '') {
    throw new KvsRefusal(400, space.startsWith('entity:') ? 'EMPTY_KEY' : 'KEY_TOO_SHORT', 'The key is empty.');
  }
  if (key.length > LONGEST_KEY) throw new KvsRefusal(400, 'KEY_TOO_LONG', 'The key is longer than 500 characters.');
  if (!KEY_PATTERN.test(key))
    throw new KvsRefusal(400, 'INVALID_KEY', `The key does not match ${String(KEY_PATTERN)}.`);
}

/** Throws a KvsRefusal unless the JSON value may be stored. */
export function checkValue(value: unknown): void {
  if (value === undefined || value === null) throw new KvsRefusal(400, 'INVALID_REQUEST', 'There is no value.');
  if (depthOf(value) > DEEPEST_VALUE) throw new KvsRefusal(400, 'MAX_DEPTH', 'The value is deeper than 31 levels.');
  if (Buffer.byteLength(JSON.stringify(value)) > BIGGEST_VALUE) {
    throw new KvsRefusal(400, 'MAX_SIZE', 'The value is bigger than 240 KiB.');
  }
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((deepest, part) => Math.max(deepest, depthOf(part)), 0);
}
