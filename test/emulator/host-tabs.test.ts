import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type StartedSite, startSite } from '../e2e/start-command';
import { launchBrowser } from '../support/browser';

/** Browsers open six connections to a site; with a stream or two for each tab they were used up by the third one. */
const TABS = 8;

let browser: Browser | undefined;
let site: StartedSite | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
  if (browser !== undefined) site = await startSite();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

it('many tabs of one browser can look at issues, and each follows what happens', async () => {
  if (browser === undefined || site === undefined) {
    process.stderr.write('Skipped, no browser: many tabs of one browser\n');
    return;
  }
  const context = await browser.newContext({ baseURL: site.url });
  const tabs: Page[] = [];
  for (let count = 0; count < TABS; count += 1) {
    const tab = await context.newPage();
    tab.setDefaultTimeout(15_000);
    await tab.goto('/browse/OPS-1');
    await tab.getByText('Register number').waitFor();
    tabs.push(tab);
  }
  const [first, ...others] = tabs;
  await rename(others[0], 'Renamed in the second tab');
  for (const tab of tabs) await tab.getByRole('heading', { name: 'Renamed in the second tab' }).waitFor();

  await first?.close();
  await others.at(-1)?.waitForTimeout(500);
  await rename(others[1], 'Renamed when the first was closed');
  for (const tab of others) await tab.getByRole('heading', { name: 'Renamed when the first was closed' }).waitFor();
  expect(tabs).toHaveLength(TABS);
}, 180_000);

async function rename(tab: Page | undefined, summary: string): Promise<void> {
  if (tab === undefined) throw new Error('There is no such tab.');
  await tab.getByRole('button', { name: 'Edit summary' }).click();
  await tab.getByRole('textbox', { name: 'Summary' }).fill(summary);
  await tab.keyboard.press('Enter');
}
