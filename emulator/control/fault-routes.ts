import { Hono } from 'hono';
import type { FaultRule, Faults } from '../forge/faults';
import { FaultRuleSchema } from './fault-rule';
import { readJson } from './request-body';

/** What is to go wrong between the app and the platform. */
export function faultRoutes(faults: Faults): Hono {
  const routes = new Hono();
  routes
    .get('/faults', (context) => context.json(faults.list()))
    .post('/faults', async (context) => {
      const rule: FaultRule = await readJson(context, FaultRuleSchema);
      faults.add(rule);
      return context.json(rule, 201);
    })
    .delete('/faults', (context) => {
      faults.clear();
      return context.body(null, 204);
    });
  return routes;
}
