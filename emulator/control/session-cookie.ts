import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { SESSION_COOKIE, sessionAccountId } from './session';

/** The account that the host page is used as. */
export const viewerOf = (context: Context): string => sessionAccountId(getCookie(context, SESSION_COOKIE));

/** The page's calls to the REST API need the cookie, also for the account that is the default. */
export const keepViewer = (context: Context, accountId: string): void =>
  setCookie(context, SESSION_COOKIE, accountId, { httpOnly: true, sameSite: 'Strict', path: '/' });
