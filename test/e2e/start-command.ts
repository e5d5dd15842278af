import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { APP_ROOT } from '../support/a-site';

export interface StartedSite {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the site as `npm start` does, on a free port, and waits until it says that it is ready. */
export async function startSite(): Promise<StartedSite> {
  const port = await freePort();
  const child = spawn(process.execPath, [require.resolve('tsx/cli'), 'emulator/main.ts', '--port', String(port)], {
    cwd: APP_ROOT,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
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
    stop: () =>
      new Promise((stopped) => {
        child.once('exit', () => stopped());
        child.kill();
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
