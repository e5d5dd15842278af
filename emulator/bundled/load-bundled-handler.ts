import { createRequire } from 'node:module';
import { join } from 'node:path';
import { exportedHandler, type LoadHandler } from '../forge/functions';

/** Loads handlers from the bundles in `functions` in place of the sources. */
export function loadBundledHandler(functions: string): LoadHandler {
  const load = createRequire(join(functions, 'functions.cjs'));
  return (_appRoot, module) => {
    const [path = ''] = module.handler.split('.');
    return exportedHandler(module, load(join(functions, `${path}.cjs`)), `${path}.cjs`);
  };
}
