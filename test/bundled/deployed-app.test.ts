import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { bundlesOf } from '../../emulator/bundled/app-bundles';
import { loadBundledHandler } from '../../emulator/bundled/load-bundled-handler';
import { readManifest } from '../../emulator/forge/manifest';
import { APP_ROOT, aSite } from '../support/a-site';

/** Only with the bundles that `npm run test:bundled` builds: they take half a minute and Atlassian's bundler. */
const whenBundled = process.env.APP_FROM === 'bundles' ? describe : describe.skip;

interface Drawn {
  readonly type: string;
  readonly props?: { readonly text?: string };
  readonly children?: readonly Drawn[];
}

const words = (node: Drawn): string =>
  [node.props?.text ?? '', ...(node.children ?? []).map(words)].filter((text) => text !== '').join(' ');

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise<void>((resolve) => setTimeout(resolve, 5));
};

/** Runs a UI Kit bundle as its frame does, without a page: what it draws last, once it draws no more. */
async function draw(bundle: string, bridge: (command: string, data: unknown) => Promise<unknown>): Promise<Drawn> {
  let drawn: Drawn = { type: 'Root' };
  const callBridge = (command: string, data: unknown) => {
    if (command !== 'reconcile') return bridge(command, data);
    drawn = (JSON.parse(JSON.stringify(data)) as { readonly forgeDoc: Drawn }).forgeDoc;
    return Promise.resolve();
  };
  const frame: Record<string, unknown> = {
    __bridge: { callBridge },
    // A bundle asks where it was loaded from; it polls for ever, which must not keep the test alive.
    ...{ importScripts: () => undefined, location: 'https://frame.invalid/app/' },
    setInterval: (action: () => void, delay: number) => setInterval(action, delay).unref(),
    ...{ console, setTimeout, clearTimeout, clearInterval, queueMicrotask, structuredClone },
    ...{ URL, URLSearchParams, TextEncoder, TextDecoder, AbortController, performance, crypto },
  };
  frame.self = frame;
  frame.window = frame;
  runInContext(bundle, createContext(frame));
  await turns(60);
  return drawn;
}

whenBundled('the app as a deployment has it', () => {
  it('has each function in a bundle of its own, which needs no source', async () => {
    const load = loadBundledHandler((await bundlesOf(APP_ROOT)).functions);
    const { functions } = await readManifest(APP_ROOT);
    expect(functions.length).toBeGreaterThan(0);
    for (const module of functions) expect(load('no such folder', module)).toEqual(expect.any(Function));
  });

  it('draws its panel from what its own resolver answers', async () => {
    const { resources } = await bundlesOf(APP_ROOT);
    const site = await aSite();
    const issue = await site.open();
    const place = { accountId: '712020:erin', issue };
    const [panel] = site.forge.modules.of('jira:issuePanel', place);
    const moduleKey = panel?.moduleKey ?? '';
    const key = panel?.resourceKey ?? '';
    const root = await draw(await readFile(join(resources, key, `${key}.js`), 'utf8'), async (command, data) => {
      if (command === 'getContext') return site.forge.modules.context(moduleKey, place);
      if (command === 'on') return { unsubscribe: () => undefined };
      if (command !== 'invoke') return undefined;
      const { functionKey, payload } = data as { readonly functionKey: string; readonly payload: unknown };
      const { outcome } = await site.forge.modules.invoke({ ...place, moduleKey, functionKey, payload });
      return outcome?.kind === 'returned' ? outcome.value : undefined;
    });
    expect(words(root)).toContain('Engineering Lead');
  });
});
