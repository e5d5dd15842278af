import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundlesOf } from '../emulator/bundled/app-bundles';
import type { Bench, Measurement } from './bench';

/** What is deployed, as Atlassian's bundler makes it, compressed. */
export const bundleSizes: Bench = {
  name: 'Bundles',
  async measure() {
    const { functions, resources } = await bundlesOf(join(__dirname, '..'));
    return [...sizesOf(functions, /\.c?js$/, 'function', 60), ...sizesOf(resources, /\.js$/, 'UI Kit', 90)];
  },
};

function sizesOf(folder: string, wanted: RegExp, what: string, budget: number): readonly Measurement[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .map((name) => {
      const bytes = gzipSync(readFileSync(join(folder, name))).length;
      return { what: `${what} ${basename(name)}`, unit: 'KB', measured: bytes / 1024, budget };
    });
}
