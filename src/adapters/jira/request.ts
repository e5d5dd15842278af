import api, { type Route } from '@forge/api';
import * as v from 'valibot';

/** Jira answered with something other than success. `reasons` are its own words. */
export class JiraFailure extends Error {
  override readonly name = 'JiraFailure';
  constructor(
    readonly status: number,
    path: string,
    readonly reasons: readonly string[] = [],
  ) {
    super(`Jira answered ${status} to ${path}. ${reasons.join(' ')}`.trim());
  }
}

export type As = 'app' | 'person';

const JSON_TYPE = 'application/json';

/** The answer to a GET, checked against `schema`. Throws JiraFailure unless Jira answers with success. */
export async function getJson<Schema extends v.GenericSchema>(
  as: As,
  path: Route,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const answer = await requester(as).requestJira(path, { headers: { Accept: JSON_TYPE } });
  return readJson(path, schema, answer);
}

/** As `getJson`, for POST. */
export async function postJson<Schema extends v.GenericSchema>(
  as: As,
  path: Route,
  body: object,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  return readJson(path, schema, await send(as, 'POST', path, body));
}

/**
 * POST for work that Jira may go on with after its answer: the id of the task, or null where all is done. Jira answers
 * with 303 and the address of the task, which the platform may have followed already.
 */
export async function postTask(as: As, path: Route, body: object): Promise<string | null> {
  const answer = await send(as, 'POST', path, body);
  if (answer.status === 303) return answer.headers.get('location')?.split('/').at(-1) ?? null;
  if (!answer.ok) throw await failureOf(path, answer);
  const task = v.safeParse(v.object({ id: v.string() }), await answer.json().catch(() => undefined));
  return task.success ? task.output.id : null;
}

/** A call whose answer says nothing beyond success. */
export async function call(as: As, method: 'POST' | 'PUT' | 'DELETE', path: Route, body?: object): Promise<void> {
  const answer = await send(as, method, path, body);
  if (!answer.ok) throw await failureOf(path, answer);
}

/** The answer, or undefined where Jira says that the app may not ask or that there is no such thing. */
export async function unlessRefused<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof JiraFailure && [400, 401, 403, 404].includes(failure.status)) return undefined;
    throw failure;
  }
}

const send = (as: As, method: string, path: Route, body?: object): Promise<Answer> =>
  requester(as).requestJira(path, {
    method,
    headers: { Accept: JSON_TYPE, 'Content-Type': JSON_TYPE },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const requester = (as: As) => (as === 'app' ? api.asApp() : api.asUser());

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}

async function readJson<Schema extends v.GenericSchema>(
  path: Route,
  schema: Schema,
  answer: Answer,
): Promise<v.InferOutput<Schema>> {
  if (!answer.ok) throw await failureOf(path, answer);
  return v.parse(schema, await answer.json());
}

const ErrorsShape = v.object({
  errorMessages: v.optional(v.array(v.string()), []),
  errors: v.optional(v.record(v.string(), v.string()), {}),
});

async function failureOf(path: Route, answer: Answer): Promise<JiraFailure> {
  const body = v.safeParse(ErrorsShape, await answer.json().catch(() => undefined));
  const reasons = body.success ? [...body.output.errorMessages, ...Object.values(body.output.errors)] : [];
  return new JiraFailure(answer.status, path.value, reasons);
}
