import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import type { SiteClock } from '../clock';
import type { FaultRule } from '../forge/faults';
import type { Forge } from '../forge/forge';
import type { Invocation } from '../forge/invocation';
import type { Jira } from '../jira/jira';
import { FaultRuleSchema } from './fault-rule';
import { isoDuration } from './iso-duration';
import { readJson } from './request-body';

const ClockSchema = v.union([v.object({ advance: v.string() }), v.object({ set: v.string() })]);
const RunSchema = v.object({ key: v.string() });
const NoteSchema = v.object({ message: v.pipe(v.string(), v.maxLength(2000)) });

interface ControlParts {
  readonly clock: SiteClock;
  readonly jira: Jira;
  readonly forge: Forge;
}

/** Time, deliveries, faults and the log of the emulator, for people and tests. */
export function controlRoutes({ clock, jira, forge }: ControlParts): Hono {
  const notes: { readonly at: Date; readonly message: string }[] = [];
  const { agenda, scheduler, faults, log, invocations } = forge;
  const routes = new Hono();
  routes
    .get('/clock', (context) => context.json({ now: clock.now().toISOString() }))
    .post('/clock', async (context) => {
      await clock.advance(stepOf(await readJson(context, ClockSchema), clock.now()));
      await agenda.settle();
      return context.json({ now: clock.now().toISOString() });
    })
    .post('/run', async (context) => {
      const { key } = await readJson(context, RunSchema);
      if (!forge.manifest.scheduledTriggers.some((trigger) => trigger.key === key)) {
        return context.json({ message: `The app has no scheduled trigger ${key}.` }, 404);
      }
      return context.json(invocationJson(await scheduler.run(key)));
    })
    .post('/settle', async (context) => {
      await agenda.settle();
      return context.json({ waiting: agenda.waiting().map(({ due, what }) => ({ due, what })) });
    })
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
    })
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

/** Milliseconds to move on by; 400 for what is no time, or back in time. */
function stepOf(asked: v.InferOutput<typeof ClockSchema>, now: Date): number {
  const step = 'advance' in asked ? isoDuration(asked.advance) : new Date(asked.set).getTime() - now.getTime();
  if (step === undefined || !(step >= 0)) {
    throw new HTTPException(400, {
      message: 'Give {"advance":"PT1H"} or {"set":"2026-11-24T09:00:00Z"}; time only moves forward.',
    });
  }
  return step;
}

const invocationJson = ({ id, functionKey, moduleKey, startedAt, endedAt, outcome }: Invocation) => ({
  id,
  functionKey,
  moduleKey,
  startedAt,
  endedAt,
  outcome: outcome?.kind === 'returned' ? { kind: outcome.kind } : outcome,
});
