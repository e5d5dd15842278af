import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

/**
 * A program of its own: `bundle-app.ts APP_ROOT OUT` builds the app with Atlassian's own bundler, as `forge deploy` does,
 * and puts `functions/<module>.cjs` and `resources/<key>/` into OUT. The bundler works on the current directory and
 * wants a main module, so it cannot run inside a test.
 */

const ManifestSchema = v.object({
  modules: v.object({ function: v.array(v.object({ handler: v.string() })) }),
  resources: v.optional(v.array(v.object({ key: v.string(), path: v.string() })), []),
});

const isFunction = (value: unknown) => typeof value === 'function';

interface NodeBundler {
  bundle(what: { appDirectory: string; entryPoints: unknown }): Promise<{ readonly outputDir: string }>;
}

interface UiBundler {
  bundleResources(
    resources: readonly object[],
  ): Promise<{ readonly nativeUiBundlesDetails: readonly { readonly key: string; readonly path: string }[] }>;
}

/** The parts of @forge/bundler that a deployment uses; it is written here since the package is installed for this only. */
const BundlerSchema = v.object({
  getNodeBundler: v.custom<(logger: object, wrappers: object, config: object) => NodeBundler>(isFunction),
  getEntryPoints: v.custom<(handlers: readonly object[]) => unknown>(isFunction),
  NativeUIBundler: v.custom<new (logger: object) => UiBundler>(isFunction),
});

const quiet = () => undefined;
const LOGGER = { info: quiet, debug: quiet, trace: quiet, warn: console.warn, error: console.error };

/** The embedded runtime stands in for the wrapper that the Forge CLI downloads. */
const NO_WRAPPER = () => Promise.resolve({ script: '', version: 'embedded' });
const WRAPPERS = { getNodeRuntimeWrapper: NO_WRAPPER, getNodeRuntimeLoader: NO_WRAPPER };

const DEPLOYED = ['manifest.yml', 'package.json', 'tsconfig.json', 'src', 'static'];

/**
 * The app alone: the bundler of UI Kit checks the types of all that the root's tsconfig.json includes, and what is beside
 * the app is no part of a deployment.
 */
async function stage(appRoot: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of DEPLOYED.filter((candidate) => existsSync(join(appRoot, candidate)))) {
    await cp(join(appRoot, name), join(folder, name), { recursive: true });
  }
  await symlink(join(appRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

async function bundleApp(appRoot: string, out: string): Promise<void> {
  const staged = join(out, 'app');
  await stage(appRoot, staged);
  process.chdir(staged);
  const loaded: unknown = createRequire(join(__dirname, 'bundle-app.ts'))('@forge/bundler');
  const { getNodeBundler, getEntryPoints, NativeUIBundler } = v.parse(BundlerSchema, loaded);
  const source: unknown = parse(await readFile('manifest.yml', 'utf8'));
  const { modules, resources } = v.parse(ManifestSchema, source);
  const handlers = modules.function.map(({ handler }) => {
    const [module, name] = handler.split('.');
    return { module, function: name };
  });
  const functions = getNodeBundler(LOGGER, WRAPPERS, { readConfig: () => Promise.resolve(source) });
  const { outputDir } = await functions.bundle({ appDirectory: staged, entryPoints: getEntryPoints(handlers) });
  await copyBundles(outputDir, join(out, 'functions'));
  const uiKit = resources.filter(({ path }) => /\.[jt]sx?$/.test(path));
  for (const { key, path } of (await new NativeUIBundler(LOGGER).bundleResources(uiKit)).nativeUiBundlesDetails) {
    await cp(path, join(out, 'resources', key), { recursive: true });
  }
  process.chdir(out);
  await rm(staged, { recursive: true, force: true });
}

async function copyBundles(from: string, to: string): Promise<void> {
  const names = (await readdir(from, { recursive: true })).filter((name) => /\.(cjs|map)$/.test(name));
  for (const name of names) {
    await mkdir(dirname(join(to, name)), { recursive: true });
    await copyFile(join(from, name), join(to, name));
  }
}

const [appRoot = '', out = ''] = process.argv.slice(2);
bundleApp(resolve(appRoot), resolve(out)).catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
