/** An answer to a call of the site. A refusal is a value: the page says it where it belongs. */
export type Reply<T> = { readonly kind: 'ok'; readonly value: T } | Problem;

export type Problem = Refused | { readonly kind: 'unreachable' };

export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  /** For the whole call, in Jira's words. */
  readonly messages: readonly string[];
  /** Field id -> what is wrong with it. */
  readonly fieldErrors: Readonly<Record<string, string>>;
}

export const ok = <T>(value: T): Reply<T> => ({ kind: 'ok', value });

/** The problem as sentences for a person. `elsewhere`: field ids whose errors are shown beside their fields. */
export function problemSentences(problem: Problem, elsewhere: readonly string[] = []): readonly string[] {
  if (problem.kind === 'unreachable')
    return ['The site could not be reached. Check that it is still running, then try again.'];
  const ofFields = Object.entries(problem.fieldErrors)
    .filter(([fieldId]) => !elsewhere.includes(fieldId))
    .map(([, message]) => message);
  return [...problem.messages, ...ofFields];
}

/** Applies `make` to the value of an answer that has one. */
export const mapReply = <T, U>(reply: Reply<T>, make: (value: T) => U): Reply<U> =>
  reply.kind === 'ok' ? ok(make(reply.value)) : reply;
