import { describe, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { browserTests } from '../support/in-browser';
import { aVisitor, type Visitor } from './a-visitor';
import { startSite } from './start-command';

/** Runs in the page: counts every press of the mouse, as a person would make it. */
const COUNT_CLICKS = `addEventListener('pointerdown', ({ isTrusted }) => {
  if (isTrusted) localStorage.setItem('clicks', String(Number(localStorage.getItem('clicks') ?? 0) + 1));
}, true)`;

const countClicks = ({ page }: Visitor) => page.context().addInitScript(COUNT_CLICKS);
const startCounting = ({ page }: Visitor) => page.evaluate("localStorage.removeItem('clicks')");
const clicksOf = async ({ page }: Visitor): Promise<number> =>
  Number(await page.evaluate<string | null>("localStorage.getItem('clicks')"));

const LONG = { timeout: 60_000 };

async function openSitePage({ page }: Visitor): Promise<Locator> {
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('navigation', { name: 'Jira administration' }).getByText('Emergency change').click();
  const app = page.getByRole('main');
  await app.getByLabel('Find a project').waitFor();
  return app;
}

interface Guided {
  readonly project: string;
  /** Begins the names of the pictures. */
  readonly pictures: string;
}

/** From the list of projects through the guide to its end, with the groups that it offers. */
async function setUp(jo: Visitor, { project, pictures }: Guided): Promise<Locator> {
  const app = await openSitePage(jo);
  await app
    .getByRole('group', { name: `For ${project}` })
    .getByRole('button', { name: 'Set up' })
    .click();
  await app.getByText('Step 1 of 4').waitFor();
  await app.getByText('engineering-leads').waitFor();
  await jo.picture(`${pictures}-1-who`);
  await app.getByRole('button', { name: 'Show what will be done' }).click();
  await app.getByText('Step 2 of 4').waitFor();
  await app.getByRole('heading', { name: 'First settings' }).waitFor();
  await jo.picture(`${pictures}-2-plan`);
  expect(await jo.accessibilityFaults()).toEqual([]);
  await app.getByRole('button', { name: 'Set it up' }).click();
  await app.getByText(`${project} is set up`).waitFor(LONG);
  await app.getByText('Nothing found').waitFor(LONG);
  await jo.picture(`${pictures}-4-done`);
  expect(await jo.accessibilityFaults()).toEqual([]);
  return app;
}

/** Somebody else approves or reviews, then the engineer's page is looked at again. */
async function decideAll(other: Visitor, key: string): Promise<void> {
  const as = async (name: string) => {
    await other.become(name);
    await other.look(key);
  };
  await as('Lee Lindt');
  await other.approve('Engineering Lead', 'Go.');
  await as('Sam Sato');
  await other.approve('Security Team', 'Go.');
  await as('Pat Peters');
  await other.passReview('peer');
  await as('Sky Stone');
  await other.passReview('security');
}

/** Declares an emergency change in a project, and answers with its key. */
async function declare({ page, panel }: Visitor, project: string): Promise<string> {
  await page.getByRole('banner').getByRole('button', { name: 'Create' }).click();
  const dialog = page.getByRole('dialog');
  const choose = async (label: string, name: string) => {
    const input = dialog.getByLabel(label, { exact: true });
    if (await dialog.getByText(name, { exact: true }).isVisible()) return;
    await input.click();
    await page.getByRole('option', { name }).click();
  };
  await dialog.getByLabel('Summary').waitFor();
  await choose('Project', project);
  await choose('Work type', 'Emergency Change');
  await dialog.getByLabel('Summary').fill('Checkout answers 500');
  await dialog.getByLabel('Kind of critical issue').click();
  await page.getByRole('option', { name: 'Service outage' }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/browse\/[A-Z]+-\d+$/);
  await panel.getByText('Register number').waitFor();
  return page.url().split('/').at(-1) ?? '';
}

async function tryToDeploy({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: /Change status/ }).click();
  await page.getByRole('menuitem', { name: /Start deployment/ }).click();
}

/** The first change of a project: blocked, decided on by the others, and let through. */
async function firstChange(erin: Visitor, other: Visitor, project: string): Promise<void> {
  const key = await declare(erin, project);
  await tryToDeploy(erin);
  await erin.page
    .getByText(/Approval by an Engineering Lead is missing/)
    .first()
    .waitFor();
  await erin.picture(`${key}-blocked`);
  await decideAll(other, key);
  await erin.page.reload();
  await erin.panel.getByText('Cleared for deployment').waitFor();
  await tryToDeploy(erin);
  await erin.page.getByRole('button', { name: 'Status: Deploying. Change status' }).waitFor();
  await erin.picture(`${key}-deploying`);
}

describe('from an empty Jira', () => {
  let url = '';
  const journey = browserTests(async () => {
    const site = await startSite('--seed', 'empty');
    url = site.url;
    return site.stop;
  });

  journey('an administrator creates a project and sets it up with 9 clicks', async (at) => {
    const jo = await aVisitor(at, url);
    await countClicks(jo);
    await jo.page.goto('/projects');
    await jo.become('Jo');
    await startCounting(jo);
    await jo.page.getByRole('button', { name: 'Create project' }).click();
    await jo.page.getByRole('dialog').getByLabel('Name').fill('Web shop');
    await jo.page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await jo.page.waitForURL(/projects\/WS/);
    const app = await setUp(jo, { project: 'Web shop', pictures: '50' });
    expect(await clicksOf(jo)).toBeLessThanOrEqual(9);
    await app.getByRole('button', { name: 'Back to the projects' }).click();
    await app.getByText('Version 1 of its settings is in force.').waitFor();
    expect(jo.complaints).toEqual([]);
  });

  journey('an engineer declares the first change, which is blocked until it is decided on', async (at) => {
    const erin = await aVisitor(at, url);
    const other = await aVisitor(at, url);
    await countClicks(erin);
    await erin.page.goto('/');
    await other.page.goto('/');
    await erin.become('Erin');
    await startCounting(erin);
    await firstChange(erin, other, 'Web shop');
    expect(await clicksOf(erin)).toBeLessThanOrEqual(12);
    expect([...erin.complaints, ...other.complaints]).toEqual([]);
  });
});

describe('in a project that has issues and a workflow of its own', () => {
  let url = '';
  const journey = browserTests(async () => {
    const site = await startSite('--seed', 'existing');
    url = site.url;
    return site.stop;
  });

  journey('an administrator sets it up with 7 clicks, and the first change is blocked and let through', async (at) => {
    const jo = await aVisitor(at, url, { width: 320, height: 800, dark: true });
    const erin = await aVisitor(at, url);
    await countClicks(jo);
    await jo.page.goto('/settings/apps/site-settings-page');
    await jo.page.setViewportSize({ width: 1280, height: 900 });
    await jo.become('Jo');
    await startCounting(jo);
    await setUp(jo, { project: 'Payments', pictures: '51' });
    expect(await clicksOf(jo)).toBeLessThanOrEqual(7);
    const other = await aVisitor(at, url);
    await erin.page.goto('/');
    await other.page.goto('/');
    await erin.become('Erin');
    await firstChange(erin, other, 'Payments');
    expect([...jo.complaints, ...erin.complaints, ...other.complaints]).toEqual([]);
  });
});
