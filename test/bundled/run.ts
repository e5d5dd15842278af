import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { bundlesOf } from '../../emulator/bundled/app-bundles';

const APP_ROOT = resolve(__dirname, '../..');
const JOURNEYS = ['test/app', 'test/bundled'];

/** Builds the app as a deployment does, then makes the journeys with the bundles in place of the sources. */
async function run(): Promise<void> {
  await bundlesOf(APP_ROOT);
  const jest = createRequire(resolve(APP_ROOT, 'package.json')).resolve('jest/bin/jest');
  const asked = process.argv.slice(2);
  const { status } = spawnSync(process.execPath, [jest, ...(asked.length > 0 ? asked : JOURNEYS)], {
    cwd: APP_ROOT,
    stdio: 'inherit',
    env: { ...process.env, APP_FROM: 'bundles' },
  });
  process.exitCode = status ?? 1;
}

run().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
