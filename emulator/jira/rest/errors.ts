/** What Jira says when it refuses: `errorMessages` for the whole call, `errors` by field id. */
export class JiraError extends Error {
  override readonly name = 'JiraError';
  constructor(
    readonly status: number,
    readonly errorMessages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super([...errorMessages, ...Object.values(errors)].join(' '));
  }
}

/** Something of Jira that the emulator does not do: answered with 501 and recorded. */
export class NotModelled extends Error {
  override readonly name = 'NotModelled';
}

export const notFoundIssue = () =>
  new JiraError(404, ['Issue does not exist or you do not have permission to see it.']);

export const fieldError = (fieldId: string, message: string) => new JiraError(400, [], { [fieldId]: message });

export const errorResponse = (status: number, errorMessages: readonly string[], errors: object = {}): Response =>
  Response.json({ errorMessages, errors }, { status });
