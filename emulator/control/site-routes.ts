import { Hono } from 'hono';
import type { Jira } from '../jira/jira';
import { SiteSnapshotSchema } from '../keep/site-snapshot';
import type { WholeSite } from '../keep/whole-site';
import { readJson } from './request-body';

/** The whole site: a copy of it, a copy put in its place, a fresh start; and what it sent to people. */
export function siteRoutes(jira: Jira, whole: WholeSite): Hono {
  const routes = new Hono();
  routes
    .get('/outbox', (context) => context.json({ entries: [...jira.store.outbox.values()] }))
    .get('/snapshot', (context) => context.json(whole.snapshot()))
    .post('/restore', async (context) => {
      whole.restore(await readJson(context, SiteSnapshotSchema));
      return context.body(null, 204);
    })
    .post('/reset', async (context) => {
      await whole.reset();
      return context.body(null, 204);
    });
  return routes;
}
