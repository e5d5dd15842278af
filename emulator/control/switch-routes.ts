import { Hono } from 'hono';
import type { Forge } from '../forge/forge';
import type { Jira } from '../jira/jira';
import { SwitchesSchema, switchesNow, turnSwitches } from '../keep/switches';
import { readJson } from './request-body';

/** What the platform leaves open, or does only now and then: late search, limits, disorder, duplicates. */
export function switchRoutes(parts: { readonly jira: Jira; readonly forge: Forge }): Hono {
  const routes = new Hono();
  routes
    .get('/switches', (context) => context.json(switchesNow(parts)))
    .post('/switches', async (context) => {
      turnSwitches(parts, await readJson(context, SwitchesSchema));
      return context.json(switchesNow(parts));
    });
  return routes;
}
