import type { ServerType } from '@hono/node-server';
import { join } from 'node:path';
import { liveClock } from './clock';
import { DEFAULT_SEED, siteSeed } from './demo/site-seeds';
import { createEmulator } from './emulator';
import { readManifest } from './forge/manifest';
import { buildHostAssets } from './host/build';
import { keepSite, timeAfter } from './keep/keep-site';
import { type FoundSite, openSiteFolder } from './keep/site-folder';
import { listen } from './server';
import { readStartOptions, StartRefused, USAGE } from './start-options';

const say = (sentence: string) => console.log(sentence);

async function start(): Promise<void> {
  const { port, seed, fresh, data } = readStartOptions();
  if (seed !== undefined && siteSeed(seed) === undefined) throw new StartRefused(`There is no seed ${seed}.\n${USAGE}`);
  const appRoot = join(__dirname, '..');
  const baseUrl = `http://127.0.0.1:${port}`;
  const folder = await openSiteFolder({ folder: data ?? join(appRoot, '.data'), url: baseUrl, fresh, say });
  if (folder.kind === 'in-use') {
    throw new StartRefused(
      `The site is in use at ${folder.url} (process ${folder.pid}). Give another one a folder of its own: ` +
        `npm start -- --data FOLDER --port ${port + 1}. If that process is something else, remove ${folder.lock}.`,
    );
  }
  process.once('exit', folder.release);
  const { found, path } = folder;
  const begun = seedOf(seed, found);
  const { resources } = await readManifest(appRoot);
  const host = await buildHostAssets({ appRoot, resources: resources.map(kindOf) });
  const emulator = await createEmulator({
    appRoot,
    host,
    baseUrl,
    pace: 'on-clock',
    clock: found === undefined ? liveClock() : liveClock(timeAfter(found.clock)),
    ...begun,
  });
  const server = await listen(emulator.fetch, port).catch((failure: unknown) => {
    throw refusedByTheSystem(failure, port);
  });
  const keeping = keepSite(emulator, { path, seed: begun.name, say });
  endOnSignals(server, keeping.stop);
  if (found !== undefined) say('It goes on from where it was left; --fresh starts over.');
  say(`Embedded Jira is ready: ${baseUrl}`);
  say(`${FIRST_STEP.get(begun.name) ?? TRY_A_CHANGE} Ctrl+C ends it.`);
}

const TRY_A_CHANGE = 'Try this first: open an emergency change as Erin and choose "Start deployment".';

/** By the seed, where that begins without emergency changes. */
const FIRST_STEP: ReadonlyMap<string, string> = new Map([
  ['empty', 'Try this first: be Jo, the Jira administrator, and create a project.'],
  ['existing', 'Try this first: be Jo, the Jira administrator, and open the settings of project PAY.'],
]);

function seedOf(wanted: string | undefined, found: FoundSite | undefined) {
  if (wanted !== undefined && found !== undefined && wanted !== found.seed) {
    throw new StartRefused(
      `The kept site began from the seed ${found.seed}. Add --fresh to start over from ${wanted}, or --data FOLDER.`,
    );
  }
  const name = found?.seed ?? wanted ?? DEFAULT_SEED;
  const beginning = siteSeed(name);
  if (beginning === undefined) throw new StartRefused(`The kept site began from a seed ${name}, which is unknown.`);
  return { name, beginning, ...(found === undefined ? {} : { from: found.snapshot }) };
}

/** A resource that is a source file is drawn by UI Kit; a folder is served as it is. */
const kindOf = ({ key, path }: { readonly key: string; readonly path: string }) => ({
  key,
  path,
  kind: /\.[jt]sx?$/.test(path) ? ('ui-kit' as const) : ('static' as const),
});

/** Ctrl+C, and what a service manager sends: nothing more is answered, and the last moment is kept. */
function endOnSignals(server: ServerType, stopKeeping: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      server.close();
      stopKeeping();
      process.exit(0);
    });
  }
}

function refusedByTheSystem(failure: unknown, port: number): unknown {
  if (!(failure instanceof Error && 'code' in failure)) return failure;
  if (failure.code === 'EADDRINUSE') {
    return new StartRefused(`Port ${port} is in use. Choose another one: npm start -- --port ${port + 1}`);
  }
  if (failure.code === 'EACCES') return new StartRefused(`Port ${port} needs more rights. Choose one above 1023.`);
  return failure;
}

start().catch((failure: unknown) => {
  console.error(failure instanceof StartRefused ? failure.message : failure);
  process.exitCode = 1;
});
