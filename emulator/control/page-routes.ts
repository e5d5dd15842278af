import { Hono } from 'hono';
import type { Forge } from '../forge/forge';
import type { HostAssets } from '../host/build';
import { appFrame, customFrame, hostPage } from '../host/html';
import { keepViewer, viewerOf } from './session-cookie';

const PAGES = [
  ...['/', '/issues', '/issues/', '/browse/*', '/projects', '/projects/*'],
  ...['/apps/*', '/settings', '/settings/*', '/outbox', '/log'],
];

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
      const module = forge.modules.named(context.req.param('moduleKey'));
      if (module === undefined) return context.notFound();
      if (module.render === 'native') return context.html(appFrame(module));
      const page = host.file(`static/${module.resourceKey}/index.html`);
      if (page === undefined) {
        return context.text(`The resource ${module.resourceKey} has no index.html. Build it first.`, 404);
      }
      return context.html(customFrame(module, new TextDecoder().decode(page.body)));
    });
  routes.get('*', async (context, next) => {
    const isForPeople = context.req.header('accept')?.includes('text/html') === true;
    if (!isForPeople || context.req.path.startsWith('/emulator/')) return next();
    keepViewer(context, viewerOf(context));
    return context.html(hostPage(), 404);
  });
  return routes;
}
