import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The app as Atlassian's bundler makes it for a deployment. */
export interface AppBundles {
  /** Holds `<path of the module below src>.cjs` for each handler. */
  readonly functions: string;
  /** Holds a folder with index.html for each UI Kit resource, by its key. */
  readonly resources: string;
}

const REPOSITORY = join(__dirname, '../..');

/** The bundles of the app at `appRoot`, built unless that was done from the same sources before; about half a minute. */
export async function bundlesOf(appRoot: string): Promise<AppBundles> {
  const folder = join(REPOSITORY, '.cache', 'bundles', await sourcesDigest(appRoot));
  if (!existsSync(folder)) await build(appRoot, folder);
  return { functions: join(folder, 'functions'), resources: join(folder, 'resources') };
}

/** Built aside and moved into place at once, so that another process never sees half of it. */
async function build(appRoot: string, folder: string): Promise<void> {
  const aside = `${folder}.${process.pid}`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  const tsx = createRequire(join(REPOSITORY, 'package.json')).resolve('tsx/cli');
  const program = join(__dirname, 'bundle-app.ts');
  try {
    await promisify(execFile)(process.execPath, [tsx, program, appRoot, aside], { cwd: REPOSITORY });
    await forgetAllBut(dirname(folder), aside);
    await rename(aside, folder);
  } catch (failure) {
    await rm(aside, { recursive: true, force: true });
    // Another process may have been quicker; its folder holds the same.
    if (!existsSync(folder)) throw failure;
  }
}

/** Bundles of earlier sources are of no use to anybody. */
async function forgetAllBut(cache: string, kept: string): Promise<void> {
  const folders = (await readdir(cache)).map((name) => join(cache, name)).filter((path) => path !== kept);
  const finished = folders.filter((path) => !/\.\d+$/.test(path));
  await Promise.all(finished.map((path) => rm(path, { recursive: true, force: true })));
}

/** Changes whenever a source of the app or the set of installed packages does. */
async function sourcesDigest(appRoot: string): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(join(appRoot, 'src'), { recursive: true })).filter((name) =>
    /\.(tsx?|json)$/.test(name),
  );
  for (const name of names.sort()) hash.update(`${name}\0`).update(await readFile(join(appRoot, 'src', name)));
  const others = [
    join(appRoot, 'manifest.yml'),
    join(appRoot, 'tsconfig.json'),
    join(REPOSITORY, 'package-lock.json'),
    join(__dirname, 'bundle-app.ts'),
  ];
  for (const path of others.filter((candidate) => existsSync(candidate))) hash.update(await readFile(path));
  return hash.digest('hex').slice(0, 24);
}
