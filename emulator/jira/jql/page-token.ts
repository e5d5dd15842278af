import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Principal } from '../../seams';
import { JiraError } from '../rest/errors';
import type { Position } from './order';

/** What a page belongs to: a token is for the same query by the same caller only. */
interface PageOwner {
  readonly jql: string;
  readonly strict: readonly string[];
  readonly who: Principal;
}

const WEEK = 7 * 86_400_000;

const TokenSchema = v.object({
  owner: v.string(),
  issued: v.number(),
  after: v.array(v.nullable(v.union([v.string(), v.number()]))),
});

const markOf = (owner: PageOwner): string =>
  createHash('sha256')
    .update(JSON.stringify([owner.jql, owner.strict, owner.who]))
    .digest('base64url')
    .slice(0, 16);

/** A token for the page after this position, to be read by nobody but `readPageToken`. */
export function pageToken(after: Position, owner: PageOwner, now: Date): string {
  const content = { owner: markOf(owner), issued: now.getTime(), after: after.map((key) => key ?? null) };
  const text = JSON.stringify(content);
  return Buffer.from(JSON.stringify([text, checkOf(text)])).toString('base64url');
}

const checkOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 8);

/** The position that the token names; 400 unless it was given for this query, and not over a week ago. */
export function readPageToken(token: string, owner: PageOwner, now: Date): Position {
  const content = contentOf(token);
  const age = content === undefined ? Number.NaN : now.getTime() - content.issued;
  if (content?.owner !== markOf(owner) || !(age <= WEEK)) {
    throw new JiraError(400, ['The nextPageToken is invalid or has expired.']);
  }
  return content.after.map((key) => key ?? undefined);
}

function contentOf(token: string): v.InferOutput<typeof TokenSchema> | undefined {
  try {
    const [text, check] = v.parse(
      v.tuple([v.string(), v.string()]),
      JSON.parse(Buffer.from(token, 'base64url').toString()),
    );
    return check === checkOf(text) ? v.parse(TokenSchema, JSON.parse(text)) : undefined;
  } catch {
    return undefined;
  }
}
