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

describe('a page of settings of an app', () => {
  for (const [look, screen] of Object.entries({ light: {}, dark: { dark: true }, narrow: { width: 320 } })) {
    visit(`can be seen and used ${look}`, async (page, visitor) => {
      for (const tab of ['Rules', 'Calendar', 'Check']) {
        await page.getByRole('tab', { name: tab }).click();
        await visitor.picture(`parts-${look}-${tab}`);
        expect(await visitor.accessibilityFaults()).toEqual([]);
      }
    }, screen);
  }
});
