import { Hono } from 'hono';
import * as v from 'valibot';
import { readJson } from './request-body';
import { sessionAccounts } from './session';
import { keepViewer, viewerOf } from './session-cookie';

const ChoiceSchema = v.object({ accountId: v.string() });

/** Who uses the host page, and the switch to somebody else. */
export function sessionRoutes(): Hono {
  const routes = new Hono();
  routes
    .get('/session', (context) => {
      const accountId = viewerOf(context);
      keepViewer(context, accountId);
      return context.json({ accountId, accounts: sessionAccounts });
    })
    .post('/session', async (context) => {
      const { accountId } = await readJson(context, ChoiceSchema);
      if (!sessionAccounts.some((account) => account.accountId === accountId)) {
        return context.json({ message: 'There is no such account.' }, 404);
      }
      keepViewer(context, accountId);
      return context.json({ accountId });
    });
  return routes;
}
