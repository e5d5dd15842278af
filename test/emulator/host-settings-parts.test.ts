import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aVisitor, type Screen, type Visitor } from '../e2e/a-visitor';
import { browserTests } from '../support/in-browser';
import { aHostSite, type HostSite } from './support/a-host-site';

let site: HostSite;

const journey = browserTests(async () => {
  site = await aHostSite();
  return site.close;
});

const ADDRESS = '/projects/OPS/settings/apps/settings-parts';

const visit = (name: string, walk: (page: Page, visitor: Visitor) => Promise<void>, screen: Screen = {}) =>
  journey(name, async (browser) => {
    const visitor = await aVisitor(browser, site.url, screen);
    const { page } = visitor;
    await page.goto('/');
    await visitor.become('Jo Jansen');
    await page.goto(ADDRESS);
    await page.getByRole('tab', { name: 'Rules' }).waitFor();
    try {
      await walk(page, visitor);
      expect(visitor.complaints).toEqual([]);
    } finally {
      await page.context().close();
    }
  });

const open = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('tabpanel', { name: tab }).waitFor();
};

const LOOKS: Readonly<Record<string, Screen>> = {
  'in the light': {},
  'in the dark': { dark: true },
  'on a phone': { width: 320 },
};

describe('a page of settings of an app', () => {
  for (const [look, screen] of Object.entries(LOOKS)) {
    visit(
      `can be seen and used ${look}`,
      async (page, visitor) => {
        for (const tab of ['Rules', 'Calendar', 'Check']) {
          await open(page, tab);
          await visitor.picture(`settings-parts-${look.replaceAll(' ', '-')}-${tab}`);
          expect(await visitor.accessibilityFaults()).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
        }
        await page.getByRole('button', { name: 'What is checked' }).click();
        await page.getByText('Every transition of the workflow.').waitFor();
        expect(await visitor.accessibilityFaults()).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      },
      screen,
    );
  }

  visit('has the whole width beside the menu, and a name in the tab of the browser', async (page) => {
    await page.setViewportSize({ width: 1800, height: 900 });
    const box = await page.getByRole('region', { name: 'Fixture settings' }).boundingBox();
    expect(box?.width).toBeGreaterThan(1400);
    expect(await page.title()).toBe('Fixture settings - Embedded Jira');
    await page.getByRole('link', { name: 'Details' }).click();
    await page.getByRole('heading', { name: 'Details', level: 1 }).waitFor();
    expect(await page.title()).toBe('Operations - Embedded Jira');
  });
});

describe('its parts', () => {
  visit('find options as somebody types, and keep several', async (page) => {
    const groups = page.getByLabel('Security Team');
    await groups.click();
    await page.keyboard.type('duty');
    await page.getByRole('option', { name: 'duty-leads' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Chosen groups: security, duty-leads', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove security', exact: true }).click();
    await page.getByText('Chosen groups: duty-leads', { exact: true }).waitFor();
  });

  visit('are used with the keyboard alone', async (page) => {
    await page.getByRole('tab', { name: 'Rules' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tabpanel', { name: 'Calendar' }).waitFor();
    await page.keyboard.press('ArrowRight');

    const opener = page.getByRole('button', { name: 'What is checked' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const popup = page.getByRole('dialog', { name: 'What is checked' });
    await popup.waitFor();
    await page.keyboard.press('Tab');
    expect(await popup.getByRole('button', { name: 'Done' }).evaluate((one) => one === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Escape');
    await popup.waitFor({ state: 'detached' });
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  visit('page and sort a table by its keys, and say when it is empty', async (page) => {
    await open(page, 'Calendar');
    const days = page.getByRole('table', { name: 'Days off' });
    const first = async (): Promise<string> => days.getByRole('row').nth(1).getByRole('cell').first().innerText();
    expect(await first()).toBe('2026-12-01');
    await page.getByRole('button', { name: 'page 3' }).click();
    await days.getByText('2026-12-12').waitFor();
    await days.getByRole('columnheader', { name: 'Date' }).getByRole('button').click();
    expect(await first()).toBe('2026-12-11');
    await days.getByRole('columnheader', { name: 'Date' }).getByRole('button').click();
    expect(await first()).toBe('2026-12-02');
    await page.getByText('No day is removed').waitFor();
    await page.getByText('All holidays of the country count.').waitFor();
  });

  visit('give the app the day and the file', async (page) => {
    await open(page, 'Calendar');
    await page.getByLabel('Own day').fill('12/24/2026');
    await page.keyboard.press('Enter');
    await page.getByText('Own day or file: 2026-12-24').waitFor();
    const ics = { name: 'own.ics', mimeType: 'text/calendar', buffer: Buffer.from('BEGIN:VCALENDAR') };
    await page.getByLabel('Calendar file').setInputFiles(ics);
    await page.getByText('Own day or file: own.ics').waitFor();
  });
});
