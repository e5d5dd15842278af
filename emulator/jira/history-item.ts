import type { ChangeItem } from '../seams';

type Trace = readonly [id: string | null, text: string | null];

/** What a history says of something of Jira's own that changed. */
export const systemItem = (field: string, [from, fromString]: Trace, [to, toString]: Trace): ChangeItem => ({
  field,
  fieldtype: 'jira',
  fieldId: field,
  from,
  fromString,
  to,
  toString,
});
