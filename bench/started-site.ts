import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface StartedSite {
  /** Seconds from the command to the line that says it is ready. */
  readonly seconds: number;
  readonly url: string;
  /** Megabytes of memory that the process holds. */
  readonly memory: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Starts the site as `npm start` does, with a new folder to keep it in. Rejects with what it said if it ends before. */
export async function startedSite(port: number, ...args: readonly string[]): Promise<StartedSite> {
  const data = mkdtempSync(join(tmpdir(), 'bench-'));
  const before = performance.now();
  const command = ['--import', 'tsx', 'emulator/main.ts', '--port', String(port), '--data', data, ...args];
  const child = spawn(process.execPath, command, { cwd: join(__dirname, '..') });
  const said: string[] = [];
  await new Promise<void>((ready, fail) => {
    const hear = (piece: unknown) => {
      said.push(String(piece));
      if (said.join('').includes('Embedded Jira is ready')) ready();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => fail(new Error(said.join('').trim())));
  });
  return {
    seconds: (performance.now() - before) / 1000,
    url: `http://127.0.0.1:${port}`,
    async memory() {
      const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(child.pid)]);
      return Number(stdout.trim()) / 1024;
    },
    stop: () =>
      new Promise((stopped) => {
        child.once('exit', () => {
          rmSync(data, { recursive: true, force: true });
          stopped();
        });
        child.kill('SIGINT');
      }),
  };
}
