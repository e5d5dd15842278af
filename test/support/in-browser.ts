import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';

type InBrowser = (name: string, walk: (browser: Browser) => Promise<void>) => void;

/**
 * Tests of one file in one browser. `start` runs only if there is a browser, and answers with what ends it; without a
 * browser each test says so and is left out (in CI the launch throws, so that none is).
 */
export function browserTests(start: () => Promise<() => Promise<void>>): InBrowser {
  let browser: Browser | undefined;
  let end: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
    if (browser !== undefined) end = await start();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await end?.();
  });
  return (name, walk) =>
    it(
      name,
      async () => {
        if (browser === undefined) process.stderr.write(`Skipped, no browser: ${name}\n`);
        else await walk(browser);
      },
      120_000,
    );
}
