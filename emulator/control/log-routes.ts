import { Hono } from 'hono';
import * as v from 'valibot';
import type { SiteClock } from '../clock';
import type { Forge } from '../forge/forge';
import type { Jira } from '../jira/jira';
import { invocationJson } from './invocation-json';
import { readJson } from './request-body';

/** What a page noted for the log. */
export interface PageNote {
  readonly at: Date;
  readonly message: string;
}

interface LogParts {
  readonly clock: SiteClock;
  readonly jira: Jira;
  readonly forge: Forge;
  readonly notes: PageNote[];
}

const NoteSchema = v.strictObject({ message: v.pipe(v.string(), v.maxLength(2000)) });

/** What was asked for and is not modelled, what the app wrote, and each run of its functions; oldest first. */
export function logRoutes({ clock, jira, forge, notes }: LogParts): Hono {
  const { log, invocations } = forge;
  const routes = new Hono();
  routes
    .get('/log', (context) =>
      context.json({
        unmodelled: { jira: jira.unmodelled, forge: log.unmodelled },
        console: log.lines,
        notices: log.notices,
        invocations: invocations.map(invocationJson),
        notes,
      }),
    )
    .post('/log', async (context) => {
      notes.push({ at: clock.now(), ...(await readJson(context, NoteSchema)) });
      return context.body(null, 204);
    });
  return routes;
}
