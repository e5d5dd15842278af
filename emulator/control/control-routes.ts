import { Hono } from 'hono';
import type { SiteClock } from '../clock';
import type { Forge } from '../forge/forge';
import type { Jira } from '../jira/jira';
import type { WholeSite } from '../keep/whole-site';
import { clockRoutes } from './clock-routes';
import { deliveryRoutes } from './delivery-routes';
import { faultRoutes } from './fault-routes';
import { logRoutes, type PageNote } from './log-routes';
import { siteRoutes } from './site-routes';
import { switchRoutes } from './switch-routes';

interface ControlParts {
  readonly clock: SiteClock;
  readonly jira: Jira;
  readonly forge: Forge;
  readonly notes: PageNote[];
  readonly whole: WholeSite;
}

/** The emulator's own API, for people and tests: time, deliveries, faults, switches, the log, the site as a whole. */
export function controlRoutes(parts: ControlParts): Hono {
  const { clock, jira, forge, whole } = parts;
  const routes = new Hono();
  routes.route('/', clockRoutes(clock, forge));
  routes.route('/', deliveryRoutes(forge));
  routes.route('/', faultRoutes(forge.faults));
  routes.route('/', logRoutes(parts));
  routes.route('/', siteRoutes(jira, whole));
  routes.route('/', switchRoutes(parts));
  return routes;
}
