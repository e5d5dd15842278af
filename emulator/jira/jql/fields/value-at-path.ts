/** What stands in plain JSON at a dotted path. An array on the way or at the end gives each of its items. */
export function valuesAtPath(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAtPath(item, path));
  const [head, ...rest] = path;
  if (head === undefined) return value === undefined || value === null ? [] : [value];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, head)) return [];
  return valuesAtPath(new Map<string, unknown>(Object.entries(value)).get(head), rest);
}

/** Booleans are indexed as text: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#object-type-jql-search */
export const textsIn = (values: readonly unknown[]): readonly string[] =>
  values.flatMap((value) => (typeof value === 'string' || typeof value === 'boolean' ? [String(value)] : []));

export const numbersIn = (values: readonly unknown[]): readonly number[] =>
  values.flatMap((value) => (typeof value === 'number' ? [value] : []));

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})?$/;

/**
 * The moment of a date as such an index expects it: `YYYY-MM-DD` or `YYYY-MM-DDThh:mm` with `Z` or an offset, without
 * seconds. Undefined for anything else, which is not indexed. What names no zone is read as UTC.
 */
export function indexedMoment(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const dateTime = DATE_TIME.exec(value);
  const text = dateTime === null ? (DATE.test(value) ? value : undefined) : `${dateTime[1] ?? ''}${dateTime[2] ?? 'Z'}`;
  const moment = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(moment) ? undefined : moment;
}
