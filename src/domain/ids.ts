import * as v from 'valibot';

/** Jira's numeric id of an issue, as text. It stays when the issue moves; the key does not. */
export const IssueIdSchema = v.pipe(v.string(), v.regex(/^\d{1,19}$/), v.brand('IssueId'));
export type IssueId = v.InferOutput<typeof IssueIdSchema>;

/** An Atlassian account id. */
export const AccountIdSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z:_-]{1,128}$/), v.brand('AccountId'));
export type AccountId = v.InferOutput<typeof AccountIdSchema>;

/** A UUID made once for each intended act; the same id again is the same act. */
export const CommandIdSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  v.brand('CommandId'),
);
export type CommandId = v.InferOutput<typeof CommandIdSchema>;

/** SHA-256, 64 hexadecimal digits in lower case. */
export const DigestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.brand('Digest'));
export type Digest = v.InferOutput<typeof DigestSchema>;

/** A moment as ISO 8601 text in UTC with milliseconds, so that text order is time order. */
export const MomentSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
  v.brand('Moment'),
);
export type Moment = v.InferOutput<typeof MomentSchema>;

/** The moment of a date. Throws when the date is invalid. */
export const momentOf = (date: Date): Moment => v.parse(MomentSchema, date.toISOString());
