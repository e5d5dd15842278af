import { parseArgs } from 'node:util';
import { SEED_NAMES } from './demo/site-seeds';

export const USAGE = `Usage: npm start -- [--port N] [--seed S] [--fresh] [--data FOLDER]
  --port N       1 to 65535, 4000 by default (or PORT=N npm start)
  --seed S       what a new site begins with: ${SEED_NAMES}
  --fresh        starts over: what was done on the site is lost
  --data FOLDER  where the site is kept, .data by default`;

/** Something to tell the person at the terminal, without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

export interface StartOptions {
  readonly port: number;
  /** As it was typed; undefined: the demo site, or what the kept site began with. */
  readonly seed: string | undefined;
  readonly fresh: boolean;
  readonly data: string | undefined;
}

const DEFAULT_PORT = '4000';

/** Throws StartRefused. */
export function readStartOptions(): StartOptions {
  const { port, seed, fresh = false, data } = typed();
  return { port: portOf(port ?? process.env.PORT ?? DEFAULT_PORT), seed, fresh, data };
}

function typed() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        fresh: { type: 'boolean' },
        data: { type: 'string' },
      },
      strict: true,
    }).values;
  } catch (failure) {
    throw new StartRefused(`${failure instanceof Error ? failure.message : String(failure)}\n${USAGE}`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) throw new StartRefused(`${text} is no port.\n${USAGE}`);
  return port;
}
