import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as v from 'valibot';
import type { FunctionModule } from './manifest-schema';

/** A handler as the platform calls it. */
export type Handler = (payload: unknown, context: unknown) => unknown;

/** Loads a handler of the app at `appRoot`. Throws an Error that names the function and what is missing. */
export type LoadHandler = (appRoot: string, module: FunctionModule) => Handler;

const EXTENSIONS = ['.ts', '.tsx', '.js', '.jsx'];

const HandlerSchema = v.custom<Handler>((value) => typeof value === 'function');

/**
 * Loads the handler of a function module of the app at `appRoot`: `entry/panel.handler` is the export `handler` of
 * `src/entry/panel`. Loading goes through the `require` of the app's folder, which runs TypeScript under tsx as well as
 * under jest. Throws an Error that names the function and what is missing.
 */
export function loadHandler(appRoot: string, module: FunctionModule): Handler {
  const [path = ''] = module.handler.split('.');
  const base = join(appRoot, 'src', path);
  const file = EXTENSIONS.map((extension) => base + extension).find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`Function ${module.key}: there is no file ${base}.ts (or .tsx, .js, .jsx).`);
  return exportedHandler(module, createRequire(join(appRoot, 'manifest.yml'))(file), file);
}

/** The handler of the function among what its file exports. Throws an Error that names the function if there is none. */
export function exportedHandler(module: FunctionModule, exported: unknown, file: string): Handler {
  const [, name = ''] = module.handler.split('.');
  const exports = v.parse(v.record(v.string(), v.unknown()), exported);
  if (!v.is(HandlerSchema, exports[name])) {
    throw new Error(`Function ${module.key}: ${file} exports no function ${name}.`);
  }
  return exports[name];
}
