import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aVisitor, type Visitor } from '../e2e/a-visitor';
import { browserTests } from '../support/in-browser';
import { aHostSite, type HostSite } from './support/a-host-site';

let site: HostSite;

const journey = browserTests(async () => {
  site = await aHostSite();
  return site.close;
});

const visit = (name: string, walk: (visitor: Visitor, page: Page) => Promise<void>) =>
  journey(name, async (browser) => {
    const visitor = await aVisitor(browser, site.url);
    try {
      await walk(visitor, visitor.page);
      expect(visitor.complaints).toEqual([]);
    } finally {
      await visitor.page.context().close();
    }
  });

describe('pages of an app', () => {
  visit('stand in the project, as Custom UI in a frame with the bridge', async (_erin, page) => {
    await page.goto('/projects');
    await page.getByRole('link', { name: 'Website' }).click();
    await page.getByRole('link', { name: 'Fixture report' }).click();
    await page.getByRole('heading', { name: 'Fixture report', level: 1 }).waitFor();
    const report = page.frameLocator('iframe[title="Fixture report"]');
    await report.getByText('jira:projectPage of WEB').waitFor();
    const colour = () =>
      report.locator('html').evaluate((root) => getComputedStyle(root).getPropertyValue('--ds-text').trim());
    const light = await colour();
    expect(light).not.toBe('');
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await report.locator('html[data-color-mode="dark"]').waitFor();
    expect(await colour()).not.toBe(light);
    expect(new URL(page.url()).pathname).toBe('/projects/WEB/apps/report');
  });

  visit('stand in the project settings, for its administrators', async (visitor, page) => {
    await page.goto('/');
    await visitor.become('Jo Jansen');
    await page.goto('/projects/OPS');
    await page.getByRole('link', { name: 'Project settings' }).click();
    await page.getByRole('heading', { name: 'Details', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Fixture rules' }).click();
    await page.getByText('jira:projectSettingsPage of OPS').waitFor();
    expect(await visitor.accessibilityFaults()).toEqual([]);
  });

  visit('are refused to who may not see them', async (_erin, page) => {
    await page.goto('/projects/OPS');
    await page.getByRole('link', { name: 'Issues' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Project settings' }).count()).toBe(0);
    for (const path of ['/projects/OPS/settings/apps/project-rules', '/settings/apps/administration']) {
      await page.goto(path);
      await page.getByRole('heading', { name: 'You are not allowed to see this' }).waitFor();
      expect(await page.locator('iframe').count()).toBe(0);
    }
  });

  visit('stand in the administration of Jira, and on the site', async (visitor, page) => {
    await page.goto('/');
    await visitor.become('Jo Jansen');
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('link', { name: 'Fixture administration' }).click();
    await page.getByText('jira:adminPage of the site').waitFor();
    await page.getByRole('link', { name: 'Fixture overview' }).click();
    await page.getByText('jira:globalPage of the site').waitFor();
  });

  visit('that are not there say so', async (_erin, page) => {
    await page.goto('/projects/OPS/apps/nothing');
    await page.getByText('The app has no such page, or it is not shown to you here.').waitFor();
    await page.goto('/projects/NOPE');
    await page.getByRole('heading', { name: 'We couldn’t find that' }).waitFor();
  });
});

describe('a narrow window', () => {
  journey('has every place in a menu, and nothing beside itself', async (browser) => {
    const visitor = await aVisitor(browser, site.url, { width: 320, height: 640, dark: true });
    const { page } = visitor;
    await page.goto('/');
    await visitor.become('Jo Jansen');
    for (const place of ['Projects', 'Issues', 'Outbox', 'Log', 'Settings']) {
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('menuitem', { name: place, exact: true }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(await visitor.accessibilityFaults()).toEqual([]);
    }
    await page.context().close();
  });
});
