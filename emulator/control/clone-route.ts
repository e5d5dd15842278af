import { Hono } from 'hono';
import { cloneIssue } from '../jira/clone-issue';
import type { Jira } from '../jira/jira';
import { JiraError } from '../jira/rest/errors';
import { viewerOf } from './session-cookie';

/** The "Clone" of Jira's pages, which its REST API lacks; refusals as Jira words them. */
export function cloneRoute(jira: Jira): Hono {
  const routes = new Hono();
  routes.post('/issues/:key/clone', async (context) => {
    try {
      const { id, key } = await cloneIssue(jira, context.req.param('key'), viewerOf(context));
      return context.json({ id, key }, 201);
    } catch (failure) {
      if (!(failure instanceof JiraError)) throw failure;
      const { status, errorMessages, errors } = failure;
      return Response.json({ errorMessages, errors }, { status });
    }
  });
  return routes;
}
