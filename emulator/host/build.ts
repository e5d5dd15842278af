import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { contentTypeOf, readStaticFolder } from './static-resources';

/** A resource of the app's manifest: one source file that UI Kit draws, or a folder that is served as it is. */
export interface AppResource {
  readonly key: string;
  readonly path: string;
  readonly kind: 'ui-kit' | 'static';
}

export interface HostAsset {
  readonly body: Uint8Array;
  readonly contentType: string;
}

/** What the host pages load: `host.js`, `host.css`, `apps/<resourceKey>.js`, `static/<resourceKey>/<path>`. */
export interface HostAssets {
  readonly file: (path: string) => HostAsset | undefined;
}

export interface HostSources {
  /** The folder of the app's manifest.yml; its sources are below `src`. */
  readonly appRoot: string;
  readonly resources: readonly AppResource[];
}

const REPOSITORY = join(__dirname, '../..');

const COMMON = {
  bundle: true,
  minify: true,
  write: false,
  jsx: 'automatic',
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
  loader: { '.svg': 'dataurl' },
} satisfies BuildOptions;

/** Bundles the host pages and the app's front ends; what was bundled before from the same sources is taken as it was. */
export async function buildHostAssets({ appRoot, resources }: HostSources): Promise<HostAssets> {
  const cache = join(REPOSITORY, '.cache', 'host', await sourcesDigest(appRoot));
  const bundled = (await readCache(cache)) ?? (await keep(cache, await bundleAll(appRoot, resources)));
  const files = new Map([...bundled, ...(await readStatic(appRoot, resources))]);
  return {
    file: (path) => {
      const body = files.get(path);
      return body && { body, contentType: contentTypeOf(path) };
    },
  };
}

async function readStatic(appRoot: string, resources: readonly AppResource[]): Promise<Files> {
  const folders = resources
    .filter(({ kind }) => kind === 'static')
    .map(async ({ key, path }) => {
      const files = await readStaticFolder(join(appRoot, path));
      return [...files].map(([name, body]) => [`static/${key}/${name}`, body] as const);
    });
  return new Map((await Promise.all(folders)).flat());
}

type Files = ReadonlyMap<string, Uint8Array>;

async function bundleAll(appRoot: string, resources: readonly AppResource[]): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  const host = build({
    ...COMMON,
    entryPoints: [join(__dirname, 'pages/index.tsx')],
    outdir: 'out',
    entryNames: 'host',
    format: 'esm',
  });
  const apps = resources
    .filter(({ kind }) => kind === 'ui-kit')
    .map(async ({ key, path }) => {
      const { outputFiles } = await build({
        ...COMMON,
        entryPoints: [join(appRoot, path)],
        outfile: `${key}.js`,
        format: 'iife',
      });
      for (const { contents } of outputFiles) files.set(`apps/${key}.js`, contents);
    });
  for (const { path, contents } of (await host).outputFiles) {
    files.set(path.endsWith('.css') ? 'host.css' : 'host.js', contents);
  }
  await Promise.all(apps);
  return files;
}

/** Changes whenever a bundled source or the set of installed packages does. */
async function sourcesDigest(appRoot: string): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [join(appRoot, 'src'), __dirname]) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names.filter((file) => /\.(tsx?|css|svg)$/.test(file)).sort()) {
      hash.update(`${name}\0`).update(await readFile(join(folder, name)));
    }
  }
  for (const file of [join(REPOSITORY, 'package-lock.json'), join(appRoot, 'manifest.yml')]) {
    hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 24);
}

async function readCache(folder: string): Promise<Files | undefined> {
  try {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|css)$/.test(name));
    const entries = names.map(
      async (name) => [name.replaceAll('\\', '/'), await readFile(join(folder, name))] as const,
    );
    return new Map(await Promise.all(entries));
  } catch {
    return undefined;
  }
}

/** How many bundles are kept; each edit of a source makes another one. */
const KEPT = 6;

/** Written aside and moved into place at once, so that a second start never reads half a folder. */
async function keep(folder: string, files: Files): Promise<Files> {
  const aside = `${folder}.${process.pid}`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(join(aside, 'apps'), { recursive: true });
  for (const [name, body] of files) await writeFile(join(aside, name), body);
  try {
    await rename(aside, folder);
  } catch {
    // Another start was quicker; its folder holds the same.
    await rm(aside, { recursive: true, force: true });
  }
  await forgetOldest(dirname(folder));
  return files;
}

async function forgetOldest(cache: string): Promise<void> {
  const folders = await Promise.all(
    (await readdir(cache)).map(async (name) => ({ path: join(cache, name), at: await madeAt(join(cache, name)) })),
  );
  const old = folders.sort((a, b) => b.at - a.at).slice(KEPT);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}

/** Milliseconds since 1970; 0 for what another start has just removed. */
const madeAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
