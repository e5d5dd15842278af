import api, { type Route } from '@forge/api';
import * as v from 'valibot';

/** Jira answered with something other than success. */
export class JiraFailure extends Error {
  override readonly name = 'JiraFailure';
  constructor(
    readonly status: number,
    path: string,
  ) {
    super(`Jira answered ${status} to ${path}.`);
  }
}

export type As = 'app' | 'person';

/** The answer to a GET, checked against `schema`. Throws JiraFailure unless Jira answers 200. */
export async function getJson<Schema extends v.GenericSchema>(
  as: As,
  path: Route,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  return readJson(path, schema, await requester(as).requestJira(path, { headers: { Accept: 'application/json' } }));
}

/** As `getJson`, for the POST operations of Jira that only read. */
export async function postJson<Schema extends v.GenericSchema>(
  as: As,
  path: Route,
  body: object,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  return readJson(path, schema, await requester(as).requestJira(path, init));
}

const requester = (as: As) => (as === 'app' ? api.asApp() : api.asUser());

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
}

async function readJson<Schema extends v.GenericSchema>(
  path: Route,
  schema: Schema,
  answer: Answer,
): Promise<v.InferOutput<Schema>> {
  if (!answer.ok) throw new JiraFailure(answer.status, path.value);
  return v.parse(schema, await answer.json());
}
