import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { liveClock } from './clock';
import { seedDemoIssues } from './demo/seed-demo-issues';
import { createEmulator } from './emulator';
import { readManifest } from './forge/manifest';
import { buildHostAssets } from './host/build';
import { listen } from './server';

const USAGE = 'Usage: npm start [-- --port N]   (or PORT=N npm start); N is 1 to 65535, 4000 by default.';
const DEFAULT_PORT = '4000';

/** Something to tell the person at the terminal, without a stack. */
class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

function chosenPort(): number {
  const text = portOption() ?? process.env.PORT ?? DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) throw new StartRefused(`${text} is no port.\n${USAGE}`);
  return port;
}

function portOption(): string | undefined {
  try {
    return parseArgs({ options: { port: { type: 'string' } }, strict: true }).values.port;
  } catch (failure) {
    throw new StartRefused(`${failure instanceof Error ? failure.message : String(failure)}\n${USAGE}`);
  }
}

async function start(): Promise<void> {
  const port = chosenPort();
  const appRoot = join(__dirname, '..');
  const { resources } = await readManifest(appRoot);
  const host = await buildHostAssets({ appRoot, resources: resources.map(kindOf) });
  const baseUrl = `http://127.0.0.1:${port}`;
  const emulator = await createEmulator({ appRoot, clock: liveClock(), host, pace: 'on-clock', baseUrl });
  await seedDemoIssues(emulator);
  await listen(emulator.fetch, port).catch((failure: unknown) => {
    throw refusedByTheSystem(failure, port);
  });
  console.log(`Embedded Jira is ready: ${baseUrl}`);
  console.log('Try this first: open an emergency change as Erin and choose "Start deployment". Ctrl+C ends it.');
}

/** A resource that is a source file is drawn by UI Kit; a folder is served as it is. */
const kindOf = ({ key, path }: { readonly key: string; readonly path: string }) => ({
  key,
  path,
  kind: /\.[jt]sx?$/.test(path) ? ('ui-kit' as const) : ('static' as const),
});

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
