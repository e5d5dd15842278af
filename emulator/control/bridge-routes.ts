import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import type { Forge } from '../forge/forge';
import type { Invocation } from '../forge/invocation';
import { NotHere } from '../forge/modules/place';
import { isUiModuleKind } from '../forge/ui-module-kind';
import type { Jira } from '../jira/jira';
import { readJson } from './request-body';
import { viewerOf } from './session-cookie';

const InvokeSchema = v.object({
  moduleKey: v.string(),
  issueKey: v.optional(v.string()),
  project: v.optional(v.string()),
  functionKey: v.string(),
  payload: v.optional(v.unknown()),
});

const FetchProductSchema = v.object({
  product: v.string(),
  restPath: v.string(),
  fetchRequestInit: v.optional(
    v.object({
      method: v.optional(v.string()),
      headers: v.optional(v.record(v.string(), v.string())),
      body: v.optional(v.nullable(v.string())),
    }),
    {},
  ),
});

/** https://developer.atlassian.com/platform/forge/limits-invocation/: front-end invocation payload sizes. */
const BIGGEST_REQUEST = 500 * 1024;
const BIGGEST_RESPONSE = 5 * 1024 * 1024;

/** What the host page's side of the bridge asks for: modules, their context, and calls to their resolvers. */
export function bridgeRoutes(jira: Jira, forge: Forge): Hono {
  const routes = new Hono();
  routes
    .get('/modules', (context) => {
      const { issueKey, project, kind } = context.req.query();
      const place = { accountId: viewerOf(context), issue: issueKey, project };
      if (kind === undefined) return context.json({ panels: forge.modules.of('jira:issuePanel', place) });
      if (!isUiModuleKind(kind)) return context.json({ message: `Modules of type ${kind} have no place here.` }, 400);
      return context.json({ modules: forge.modules.of(kind, place) });
    })
    .get('/bridge/context', (context) => {
      const { moduleKey = '', issueKey, project } = context.req.query();
      const place = { accountId: viewerOf(context), issue: issueKey, project };
      return context.json(hereOr404(() => forge.modules.context(moduleKey, place)));
    })
    .post('/bridge/invoke', async (context) => {
      const { issueKey, project, payload, functionKey, moduleKey } = await readJson(context, InvokeSchema);
      if (Buffer.byteLength(JSON.stringify(payload ?? null)) > BIGGEST_REQUEST) {
        return context.json({ message: 'The payload is bigger than 500 KB.' }, 413);
      }
      const place = { accountId: viewerOf(context), issue: issueKey, project };
      hereOr404(() => forge.modules.context(moduleKey, place));
      return invocationReply(await forge.modules.invoke({ ...place, moduleKey, functionKey, payload }));
    })
    .post('/bridge/fetch-product', async (context) => {
      const { product, restPath, fetchRequestInit } = await readJson(context, FetchProductSchema);
      if (product !== 'jira') return context.json({ message: `${product} is not modelled.` }, 501);
      const { method = 'GET', headers = {}, body } = fetchRequestInit;
      const request = new Request(new URL(restPath, jira.baseUrl()), { method, headers, body: body ?? null });
      const answer = await forge.fetchJiraAs(viewerOf(context), request);
      return context.json({
        status: answer.status,
        statusText: answer.statusText,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      });
    });
  return routes;
}

function hereOr404<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (failure) {
    if (failure instanceof NotHere) throw new HTTPException(404, { message: failure.message });
    throw failure;
  }
}

/** The bridge shows the message of a resolver that threw, and says so where it ran out of time. */
function invocationReply({ outcome }: Invocation): Response {
  switch (outcome?.kind) {
    case 'returned':
      return Buffer.byteLength(JSON.stringify(outcome.value ?? null)) > BIGGEST_RESPONSE
        ? Response.json({ message: 'The response is bigger than 5 MB.' }, { status: 413 })
        : Response.json({ result: outcome.value });
    case 'threw':
      return Response.json({ message: outcome.message }, { status: 500 });
    case 'timed-out':
      return Response.json({ message: 'The function took longer than its time limit.' }, { status: 504 });
    default:
      return Response.json({ message: 'The function was ended by the platform.' }, { status: 502 });
  }
}
