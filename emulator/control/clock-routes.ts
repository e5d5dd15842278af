import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import type { SiteClock } from '../clock';
import type { Forge } from '../forge/forge';
import { nextBusinessMorning } from './business-day';
import { isoDuration } from './iso-duration';
import { readJson } from './request-body';

const MoveSchema = v.union(
  [v.strictObject({ advance: v.string() }), v.strictObject({ set: v.string() })],
  'Give {"advance":"PT1H"} or {"set":"2026-11-24T09:00:00Z"}.',
);
const BusinessDaySchema = v.strictObject({ timeZone: v.optional(v.pipe(v.string(), v.check(isTimeZone, 'No zone.'))) });

/** Where the people of the demo site mostly are. */
const SITE_TIME_ZONE = 'Europe/Berlin';

/** A later moment than this is a slip of the keyboard. */
const MOST_YEARS_MS = 100 * 365 * 86_400_000;

/** The site's time. Whatever is due on the way has been delivered when a move is answered. */
export function clockRoutes(clock: SiteClock, { agenda }: Pick<Forge, 'agenda'>): Hono {
  const now = () => ({ now: clock.now().toISOString() });
  const move = async (milliseconds: number) => {
    await clock.advance(milliseconds);
    await agenda.settle();
  };
  const routes = new Hono();
  routes
    .get('/clock', (context) => context.json(now()))
    .post('/clock', async (context) => {
      await move(stepOf(await readJson(context, MoveSchema), clock.now()));
      return context.json(now());
    })
    .post('/clock/next-business-day', async (context) => {
      const { timeZone = SITE_TIME_ZONE } = await readJson(context, BusinessDaySchema);
      await move(nextBusinessMorning(clock.now(), timeZone).getTime() - clock.now().getTime());
      return context.json(now());
    });
  return routes;
}

/** Milliseconds to move on by; 400 for what is no time, or back in time. */
function stepOf(asked: v.InferOutput<typeof MoveSchema>, now: Date): number {
  const step = 'advance' in asked ? isoDuration(asked.advance) : new Date(asked.set).getTime() - now.getTime();
  if (step === undefined || !(step >= 0 && step <= MOST_YEARS_MS)) {
    throw new HTTPException(400, {
      message:
        'Give {"advance":"PT1H"} or {"set":"2026-11-24T09:00:00Z"}; time only moves forward, by at most 100 years.',
    });
  }
  return step;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
