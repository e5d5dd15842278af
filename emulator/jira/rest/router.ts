import { Hono } from 'hono';
import type { Principal } from '../../seams';
import type { Jira } from '../jira';
import type { Metered } from '../rate-limits';
import { issueByIdOrKey, type JiraStore } from '../store';
import { errorResponse, JiraError, NotModelled } from './errors';
import { demandModelled, type Operation } from './operation';
import { OPERATIONS } from './operations';

/** A request that the embedded Jira did not answer as Jira would. */
export interface UnmodelledRequest {
  readonly at: Date;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly accountId: string | undefined;
  readonly why: string;
}

type Record501 = (entry: UnmodelledRequest) => void;
export type Route = (jira: Jira, request: Request, who: Principal, record: Record501) => Promise<Response>;

interface Bound {
  readonly jira: Jira;
  readonly who: Principal;
}

/** Finds the operation of a request. Whatever is not there answers 501 and is recorded. */
export function createRouter(): Route {
  const app = new Hono<{ Bindings: Bound }>({ strict: true });
  // A path in plain words wins over one with a parameter in the same place.
  const literalFirst = [...OPERATIONS].sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  for (const operation of literalFirst) {
    app.on(operation.method, `/rest/api/3${operation.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, async (context) => {
      const { jira, who } = context.env;
      return answer(operation, jira, who, context.req.raw, context.req.param());
    });
  }
  app.notFound(({ req }) => {
    throw new NotModelled(`The embedded Jira does not model ${req.method} ${req.path} yet.`);
  });
  app.onError((failure) => {
    throw failure;
  });
  return async (jira, request, who, record) => {
    try {
      return await app.fetch(request, { jira, who });
    } catch (failure) {
      return failureResponse(failure, jira, request, who, record);
    }
  };
}

async function answer(
  operation: Operation,
  jira: Jira,
  who: Principal,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  demandModelled(operation, { query });
  const metered = meteredCall(operation, jira.store, who, params);
  const tooMuch = jira.rateLimits.refusal(metered);
  if (tooMuch !== undefined) return tooMuch;
  const body = operation.takesForm === true ? undefined : await jsonBody(request);
  const response = await operation.handle({ jira, store: jira.store, who, params, query, request, body });
  return jira.rateLimits.charge(metered, response);
}

/** Operations on one issue that are written as a POST and change nothing. */
const READS: readonly string[] = ['getChangeLogsByIds', 'notify'];

function meteredCall(
  { operationId, method }: Operation,
  store: JiraStore,
  who: Principal,
  { issueIdOrKey }: Readonly<Record<string, string>>,
): Metered {
  const writes = method !== 'GET' && issueIdOrKey !== undefined && !READS.includes(operationId);
  return {
    operationId,
    method,
    writtenIssueId: writes ? (issueByIdOrKey(store, issueIdOrKey)?.id ?? issueIdOrKey) : undefined,
    byApp: who.kind === 'account' && store.accounts.get(who.accountId)?.accountType === 'app',
  };
}

async function jsonBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new JiraError(400, ['There was an error parsing JSON. Check that your request body is valid.']);
  }
}

function failureResponse(failure: unknown, jira: Jira, request: Request, who: Principal, record: Record501): Response {
  if (failure instanceof JiraError) return errorResponse(failure.status, failure.errorMessages, failure.errors);
  const { pathname, search } = new URL(request.url);
  const why = failure instanceof Error ? failure.message : String(failure);
  const accountId = who.kind === 'account' ? who.accountId : undefined;
  record({ at: jira.clock.now(), method: request.method, path: pathname + search, accountId, why });
  return failure instanceof NotModelled
    ? errorResponse(501, [why])
    : errorResponse(500, ['Internal server error of the embedded Jira. Its log has the cause.']);
}
