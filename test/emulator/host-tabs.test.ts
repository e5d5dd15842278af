import type { Page } from 'playwright-core';
import { type StartedSite, startSite } from '../e2e/start-command';
import { browserTests } from '../support/in-browser';

/** Browsers open six connections to a site; with a stream or two for each tab they were used up by the third one. */
const TABS = 8;

let site: StartedSite;

const inBrowser = browserTests(async () => {
  site = await startSite();
  return site.stop;
});

inBrowser('many tabs of one browser can look at issues, and each follows what happens', async (browser) => {
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

  const takenOver = context.waitForEvent('response', (response) => response.url().endsWith('/emulator/stream'));
  await first?.close();
  await takenOver;
  await rename(others[1], 'Renamed when the first was closed');
  for (const tab of others) await tab.getByRole('heading', { name: 'Renamed when the first was closed' }).waitFor();
});

async function rename(tab: Page | undefined, summary: string): Promise<void> {
  if (tab === undefined) throw new Error('There is no such tab.');
  await tab.getByRole('button', { name: 'Edit summary' }).click();
  await tab.getByRole('textbox', { name: 'Summary' }).fill(summary);
  await tab.keyboard.press('Enter');
}
