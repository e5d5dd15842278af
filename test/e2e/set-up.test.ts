import { describe, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { browserTests } from '../support/in-browser';
import { aVisitor, type Visitor } from './a-visitor';
import { startSite } from './start-command';

/** Runs in the page: counts every press of the mouse, as a person would make it. */
const COUNT_CLICKS = `addEventListener('pointerdown', ({ isTrusted }) => {
  if (isTrusted) localStorage.setItem('clicks', String(Number(localStorage.getItem('clicks') ?? 0) + 1));
}, true)`;

const clicksOf = async ({ page }: Visitor): Promise<number> =>
  Number(await page.evaluate<string | null>("localStorage.getItem('clicks')"));

const forgetClicks = ({ page }: Visitor) => page.evaluate("localStorage.removeItem('clicks')");

const settled = (site: { readonly url: string }) => fetch(`${site.url}/emulator/settle`, { method: 'POST' });

async function openSitePage({ page }: Visitor): Promise<Locator> {
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('navigation', { name: 'Jira administration' }).getByText('Emergency change').click();
  const app = page.getByRole('main');
  await app.getByLabel('Find a project').waitFor();
  return app;
}

describe('from an empty Jira', () => {
  let url = '';
  const journey = browserTests(async () => {
    const site = await startSite('--seed', 'empty');
    url = site.url;
    return site.stop;
  });

  journey('to the first change blocked and let through', async (at) => {
    const jo = await aVisitor(at, url);
    await jo.page.context().addInitScript(COUNT_CLICKS);
    await jo.page.goto('/projects');
    await jo.become('Jo');
    await forgetClicks(jo);
    await jo.page.getByRole('button', { name: 'Create project' }).click();
    await jo.page.getByRole('dialog').getByLabel('Name').fill('Web shop');
    await jo.page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await jo.page.waitForURL(/projects\/WS/);
    const app = await openSitePage(jo);
    await jo.picture('50-projects');
    await app.getByRole('group', { name: 'For Web shop' }).getByRole('button', { name: 'Set up' }).click();
    await app.getByText('Step 1 of 4').waitFor();
    await jo.picture('51-who');
    await app.getByRole('button', { name: 'Show what will be done' }).click();
    await app.getByText('Step 2 of 4').waitFor();
    await jo.picture('52-plan');
    await app.getByRole('button', { name: 'Set it up' }).click();
    await app.getByText('Step 3 of 4').waitFor();
    await jo.picture('53-doing');
    await app.getByText(/Web shop is set up|Stopped at|leaves to a person|could not be read/).first().waitFor({ timeout: 60_000 });
    await jo.picture('55-end');
    await app.getByText('Web shop is set up').waitFor();
    await app.getByText('Checked').waitFor();
    await jo.picture('54-done');
    expect(await clicksOf(jo)).toBeLessThanOrEqual(8);
    await settled({ url });
  });
});
