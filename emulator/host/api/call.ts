import * as v from 'valibot';
import type { Refused, Reply } from './reply';

export type Query = Readonly<Record<string, string | number | undefined>>;

export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Query;
  readonly body?: unknown;
  /** Sent as `multipart/form-data` in place of a JSON body. */
  readonly form?: FormData;
}

type AnySchema = v.GenericSchema<unknown, unknown>;

/** Calls the site as the account of the session and parses what it answers. */
export async function call<Schema extends AnySchema>(
  schema: Schema,
  path: string,
  options: CallOptions = {},
): Promise<Reply<v.InferOutput<Schema>>> {
  const answer = await send(path, options);
  if (answer === undefined) return { kind: 'unreachable' };
  const body = await bodyOf(answer);
  if (!answer.ok) return refusal(answer.status, body);
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return { kind: 'ok', value: parsed.output };
  const issue = parsed.issues[0];
  const where = v.getDotPath(issue) ?? 'the whole answer';
  return {
    kind: 'refused',
    status: answer.status,
    messages: [`The site's answer to ${path} could not be read (${where}: ${issue.message}).`],
    fieldErrors: {},
  };
}

async function send(
  path: string,
  { method = 'GET', query = {}, body, form }: CallOptions,
): Promise<Response | undefined> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  try {
    return await fetch(search === '' ? path : `${path}?${search}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(method === 'GET' ? {} : { 'x-atlassian-token': 'no-check' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(form === undefined ? {} : { body: form }),
    });
  } catch {
    return undefined;
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const RefusalSchema = v.object({
  errorMessages: v.optional(v.array(v.string()), []),
  errors: v.optional(v.record(v.string(), v.string()), {}),
  message: v.optional(v.string()),
});

function refusal(status: number, body: unknown): Refused {
  const parsed = v.safeParse(RefusalSchema, body);
  const { errorMessages, errors, message } = parsed.success ? parsed.output : { errorMessages: [], errors: {} };
  const said = message === undefined ? errorMessages : [...errorMessages, message];
  const nothingSaid = said.length === 0 && Object.keys(errors).length === 0;
  return {
    kind: 'refused',
    status,
    messages: nothingSaid ? [`The site answered ${status} and said nothing more.`] : said,
    fieldErrors: errors,
  };
}
