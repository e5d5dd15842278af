import { Hono } from 'hono';
import type { Forge } from '../forge/forge';
import type { HostAssets } from '../host/build';
import { appFrame, hostPage } from '../host/html';
import { keepViewer, viewerOf } from './session-cookie';

const PAGES = ['/', '/issues', '/browse/*', '/log'];

/** The host pages, what they load, and the frame in which the app's front end runs. */
export function pageRoutes(forge: Forge, host: HostAssets): Hono {
  const routes = new Hono();
  for (const path of PAGES) {
    routes.get(path, (context) => {
      keepViewer(context, viewerOf(context));
      return context.html(hostPage());
    });
  }
  routes
    .get('/emulator/assets/*', (context) => {
      const file = host.file(context.req.path.slice('/emulator/assets/'.length));
      if (file === undefined) return context.notFound();
      return context.body(new Uint8Array(file.body).buffer, 200, { 'content-type': file.contentType });
    })
    .get('/emulator/apps/:moduleKey', (context) => {
      const panel = forge.manifest.issuePanels.find(({ key }) => key === context.req.param('moduleKey'));
      if (panel === undefined) return context.notFound();
      return context.html(appFrame({ moduleKey: panel.key, resourceKey: panel.resource }));
    });
  return routes;
}
