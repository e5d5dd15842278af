import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { bridgeRoutes } from './control/bridge-routes';
import { cloneRoute } from './control/clone-route';
import { controlRoutes } from './control/control-routes';
import { issueStream } from './control/issue-stream';
import type { PageNote } from './control/log-routes';
import { pageRoutes } from './control/page-routes';
import { restApi } from './control/rest-api';
import { fieldViewRoute } from './control/field-view-route';
import { fromThisSite } from './control/same-origin';
import { sessionRoutes } from './control/session-routes';
import type { SiteClock } from './clock';
import type { Forge } from './forge/forge';
import type { HostAssets } from './host/build';
import { initialsSvg } from './host/initials-picture';
import type { Jira } from './jira/jira';
import type { WholeSite } from './keep/whole-site';

export interface SiteParts {
  readonly clock: SiteClock;
  readonly jira: Jira;
  readonly forge: Forge;
  readonly notes: PageNote[];
  readonly whole: WholeSite;
  /** Without them the site has its APIs and no pages. */
  readonly host: HostAssets | undefined;
}

/** The embedded site over HTTP: Jira's REST API, the host pages, and the emulator's own API below /emulator. */
export function createSite(parts: SiteParts): Hono {
  const { jira, forge, host } = parts;
  const site = new Hono();
  site.use('/emulator/*', async (context, next) => {
    if (!fromThisSite(context.req.raw)) return context.json({ message: 'Not from another site.' }, 403);
    return next();
  });
  site.all('/rest/*', restApi(jira));
  site.get('/emulator/stream', () => issueStream(jira));
  site.get('/emulator/avatars/:accountId', (context) => {
    const account = jira.store.accounts.get(context.req.param('accountId'));
    if (account === undefined) return context.notFound();
    return context.body(initialsSvg(account.displayName), 200, { 'content-type': 'image/svg+xml' });
  });
  site.route('/emulator', sessionRoutes());
  site.route('/emulator', bridgeRoutes(jira, forge));
  site.route('/emulator', cloneRoute(jira));
  site.route('/emulator', fieldViewRoute(jira));
  site.route('/emulator', controlRoutes(parts));
  if (host !== undefined) site.route('/', pageRoutes(forge, host));
  site.notFound((context) => context.json({ message: `There is nothing at ${context.req.path}.` }, 404));
  site.onError((failure, context) => {
    if (failure instanceof HTTPException) return context.json({ message: failure.message }, failure.status);
    return context.json({ message: failure.message }, 500);
  });
  return site;
}

/** Serves the site on this machine only. Rejects with what the system says, as EADDRINUSE, when it cannot. */
export function listen(fetch: (request: Request) => Promise<Response>, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, () => resolve(server));
    server.once('error', reject);
  });
}
