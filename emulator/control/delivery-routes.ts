import { Hono } from 'hono';
import * as v from 'valibot';
import type { Forge } from '../forge/forge';
import { invocationJson } from './invocation-json';
import { readJson } from './request-body';

const RunSchema = v.strictObject({ key: v.string() });

/** What the platform delivers to the app: a scheduled run on demand, and everything that is due. */
export function deliveryRoutes({ manifest, scheduler, agenda }: Forge): Hono {
  const routes = new Hono();
  routes
    .post('/run', async (context) => {
      const { key } = await readJson(context, RunSchema);
      if (!manifest.scheduledTriggers.some((trigger) => trigger.key === key)) {
        return context.json({ message: `The app has no scheduled trigger ${key}.` }, 404);
      }
      return context.json(invocationJson(await scheduler.run(key)));
    })
    .post('/settle', async (context) => {
      await agenda.settle();
      return context.json({ waiting: agenda.waiting().map(({ due, what }) => ({ due, what })) });
    });
  return routes;
}
