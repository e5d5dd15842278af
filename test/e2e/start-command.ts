import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_ROOT } from '../support/a-site';

export interface StartedSite {
  readonly url: string;
  /** What it wrote to the terminal so far. */
  readonly said: () => string;
  /** Ends it as Ctrl+C does, or as a crash does. */
  readonly stop: (signal?: 'SIGINT' | 'SIGKILL') => Promise<void>;
}

/** A folder of its own to keep a site in. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'emergency-change-'));

/**
 * Starts the site as `npm start` does, on a free port, and waits until it says that it is ready. Fails with what it
 * said when it ends before. Without `--data` among the arguments the site is kept in a new folder.
 */
export async function startSite(...args: readonly string[]): Promise<StartedSite> {
  const port = await freePort();
  const place = args.includes('--data') ? [] : ['--data', freshFolder()];
  const command = ['--import', 'tsx', 'emulator/main.ts', '--port', String(port), ...place, ...args];
  const child = spawn(process.execPath, command, { cwd: APP_ROOT, env: { ...process.env, NODE_OPTIONS: '' } });
  const said: string[] = [];
  await new Promise<void>((ready, fail) => {
    child.stderr.on('data', (data) => said.push(String(data)));
    child.stdout.on('data', (data) => {
      said.push(String(data));
      if (said.join('').includes(`Embedded Jira is ready: http://127.0.0.1:${port}`)) ready();
    });
    child.once('exit', () => fail(new Error(`The site ended before it was ready:\n${said.join('')}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    said: () => said.join(''),
    stop: (signal = 'SIGINT') =>
      new Promise((stopped) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          stopped();
          return;
        }
        child.once('exit', () => stopped());
        child.kill(signal);
      }),
  };
}

const freePort = (): Promise<number> =>
  new Promise((found, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? found(address.port) : fail(new Error('No port')),
      );
    });
  });
