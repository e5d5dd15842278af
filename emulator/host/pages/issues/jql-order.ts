export interface JqlOrder {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** What is inside quotes is no keyword: it is blanked, and every place stays where it is. */
const withoutTexts = (jql: string): string =>
  jql.replace(/"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/g, (text) => ' '.repeat(text.length));

function orderStart(jql: string): number {
  const found = /(^|\s)order\s+by\s/i.exec(withoutTexts(`${jql} `));
  return found === null ? jql.length : found.index;
}

/** The part of the JQL that chooses, without ORDER BY. */
export const jqlCondition = (jql: string): string => jql.slice(0, orderStart(jql)).trim();

/** The first order of the JQL; undefined where it gives none. */
export function jqlOrder(jql: string): JqlOrder | undefined {
  const [first = ''] = jql
    .slice(orderStart(jql))
    .replace(/^\s*order\s+by\s+/i, '')
    .split(',');
  const found = /^\s*(.+?)(?:\s+(asc|desc))?\s*$/i.exec(first);
  if (found?.[1] === undefined) return undefined;
  const field = found[1].replace(/^["']|["']$/g, '');
  return { field, direction: found[2]?.toUpperCase() === 'DESC' ? 'DESC' : 'ASC' };
}

/** The same choice in another order. */
export function orderedBy(jql: string, { field, direction }: JqlOrder): string {
  const name = /^[\w.[\]]+$/.test(field) ? field : `"${field}"`;
  return `${jqlCondition(jql)} ORDER BY ${name} ${direction}`.trim();
}
