import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { authenticate } from '../jira/basic-auth';
import type { Jira } from '../jira/jira';
import type { Principal } from '../seams';
import { mayChangeByCookie } from './same-origin';
import { SESSION_COOKIE, sessionAccountId } from './session';

const refusal = (status: number, message: string) =>
  Response.json(
    { errorMessages: [message], errors: {} },
    { status, headers: { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' } },
  );

/** Jira's REST API: by e-mail and API token as for any client, or by the session of the host page. */
export const restApi =
  (jira: Jira) =>
  async (context: Context): Promise<Response> => {
    const request = context.req.raw;
    const authorization = context.req.header('authorization');
    if (authorization !== undefined) {
      const principal = authenticate(jira.store, authorization);
      if (principal === undefined) {
        return refusal(401, 'Client must be authenticated to access this resource.');
      }
      return jira.handle(request, principal);
    }
    const cookie = getCookie(context, SESSION_COOKIE);
    if (cookie === undefined) return jira.handle(request, { kind: 'anonymous' });
    if (!mayChangeByCookie(request)) return refusal(403, 'XSRF check failed');
    const principal: Principal = { kind: 'account', accountId: sessionAccountId(cookie) };
    return jira.handle(request, principal);
  };
