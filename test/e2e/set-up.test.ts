import { describe, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import * as v from 'valibot';
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

/** The page as Jo sees it, by its address. */
async function openSitePageOf(jo: Visitor): Promise<Locator> {
  await jo.page.goto('/');
  if ((jo.page.viewportSize()?.width ?? 0) > 600) await jo.become('Jo');
  else await jo.page.context().addCookies([{ name: 'emulator-account', value: '712020%3Ajo', url: jo.page.url() }]);
  await jo.page.goto('/settings/apps/site-settings-page');
  const app = jo.page.getByRole('main');
  await app.getByLabel('Find a project').waitFor();
  return app;
}

const JO = { authorization: `Basic ${Buffer.from('jo@example.com:jo-token').toString('base64')}` };

const post = (address: string, body: object) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...JO },
    body: JSON.stringify(body),
  });

interface NewProject {
  readonly key: string;
  readonly name: string;
  readonly template: string;
}

async function createProject(url: string, { key, name, template }: NewProject): Promise<void> {
  const { status } = await post(`${url}/rest/api/3/project`, {
    key,
    name,
    projectTypeKey: 'software',
    projectTemplateKey: `com.pyxis.greenhopper.jira:${template}`,
    leadAccountId: '712020:jo',
  });
  expect(status).toBe(201);
}

const FieldsSchema = v.array(v.object({ id: v.string(), name: v.string() }));
const ScreensSchema = v.object({ values: v.array(v.object({ id: v.number(), tab: v.object({ id: v.number() }) })) });

async function takeKindFieldOffScreens(url: string): Promise<void> {
  const read = async (path: string): Promise<unknown> =>
    (await fetch(`${url}/rest/api/3${path}`, { headers: JO })).json();
  const fields = v.parse(FieldsSchema, await read('/field'));
  const fieldId = fields.find(({ name }) => name === 'Kind of critical issue')?.id ?? '';
  const { values } = v.parse(ScreensSchema, await read(`/field/${fieldId}/screens?expand=tab`));
  for (const { id, tab } of values) {
    const address = `${url}/rest/api/3/screens/${id}/tabs/${tab.id}/fields/${fieldId}`;
    expect((await fetch(address, { method: 'DELETE', headers: JO })).status).toBe(204);
  }
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
    const input = dialog.getByLabel(new RegExp(`^${label}`));
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

  journey('an administrator creates a project and sets it up with 7 clicks', async (at) => {
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
    expect(await clicksOf(jo)).toBe(7);
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
    expect(await clicksOf(erin)).toBe(12);
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

  journey('an administrator sets it up with 5 clicks, and the first change is blocked and let through', async (at) => {
    const jo = await aVisitor(at, url, { dark: true });
    const erin = await aVisitor(at, url);
    await countClicks(jo);
    await jo.page.goto('/');
    await jo.become('Jo');
    await startCounting(jo);
    await setUp(jo, { project: 'Payments', pictures: '51' });
    expect(await clicksOf(jo)).toBe(5);
    const other = await aVisitor(at, url);
    await erin.page.goto('/');
    await other.page.goto('/');
    await erin.become('Erin');
    await firstChange(erin, other, 'Payments');
    expect([...jo.complaints, ...erin.complaints, ...other.complaints]).toEqual([]);
  });

  journey('what was taken away is found by the check, and mended by the set-up', async (at) => {
    const jo = await aVisitor(at, url, { width: 320, height: 800 });
    await takeKindFieldOffScreens(url);
    const app = await openSitePageOf(jo);
    const row = app.getByRole('group', { name: 'For Payments' });
    await row.getByRole('button', { name: 'Check' }).click();
    await app.getByRole('button', { name: 'Mend with the set-up' }).first().waitFor();
    await jo.picture('52-holes');
    expect(await jo.accessibilityFaults()).toEqual([]);
    await app.getByRole('button', { name: 'Mend with the set-up' }).first().click();
    await app.getByText('This project has settings already').waitFor();
    await app.getByRole('button', { name: 'Show what will be done' }).click();
    await app.getByRole('button', { name: 'Set it up' }).click();
    await app.getByText('Payments is set up').waitFor(LONG);
    await app.getByText('Nothing found').waitFor(LONG);
    expect(await jo.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(jo.complaints).toEqual([]);
  });

  journey('a set-up that Jira refuses half-way says so, and goes on from there', async (at) => {
    await createProject(url, { key: 'SHOP', name: 'Shop', template: 'gh-simplified-kanban-classic' });
    await post(`${url}/emulator/faults`, {
      service: 'jira',
      operation: 'POST /rest/api/3/workflows/create',
      most: 1,
      failure: {
        kind: 'fail',
        when: 'before',
        status: 400,
        body: { errorMessages: ['Workflows are being moved to another home just now.'] },
      },
    });
    const jo = await aVisitor(at, url);
    const app = await openSitePageOf(jo);
    await app.getByRole('group', { name: 'For Shop' }).getByRole('button', { name: 'Set up' }).click();
    await app.getByText('engineering-leads').waitFor();
    await app.getByRole('button', { name: 'Show what will be done' }).click();
    await app.getByRole('button', { name: 'Set it up' }).click();
    await app.getByText('Stopped at: Workflow with its gates').waitFor(LONG);
    await app.getByText('Workflows are being moved to another home just now.').waitFor();
    await jo.picture('53-stopped');
    expect(await jo.accessibilityFaults()).toEqual([]);
    await app.getByRole('button', { name: 'Go on' }).click();
    await app.getByText('Shop is set up').waitFor(LONG);
    expect(jo.complaints).toEqual([]);
  });

  journey('in a team-managed project the steps that need a person are spelled out', async (at) => {
    await createProject(url, { key: 'TEAM', name: 'Our team', template: 'gh-simplified-agility-kanban' });
    const jo = await aVisitor(at, url);
    const app = await openSitePageOf(jo);
    await app.getByRole('group', { name: 'For Our team' }).getByRole('button', { name: 'Set up' }).click();
    await app.getByText('engineering-leads').waitFor();
    await app.getByRole('button', { name: 'Show what will be done' }).click();
    await app.getByText('leaves to a person').or(app.getByText('leave to a person')).first().waitFor();
    await app
      .getByText(/open Project settings, then Work types/)
      .first()
      .waitFor();
    await jo.picture('54-by-hand');
    expect(jo.complaints).toEqual([]);
  });

  journey('the defaults are changed once for all projects to come', async (at) => {
    const jo = await aVisitor(at, url);
    const app = await openSitePageOf(jo);
    await app.getByRole('tab', { name: 'Defaults for new projects' }).click();
    await app.getByRole('button', { name: 'Show post-mortem' }).click();
    await app
      .getByLabel(/Post-mortem due|days/i)
      .first()
      .fill('2');
    await app.getByRole('button', { name: 'Save defaults' }).click();
    await app.getByText('The next project that is set up starts from these.').waitFor();
    await jo.page.reload();
    await app.getByRole('tab', { name: 'Defaults for new projects' }).click();
    await app.getByText('Due 2 business days after').waitFor();
    expect(await jo.accessibilityFaults()).toEqual([]);
    expect(jo.complaints).toEqual([]);
  });

  journey('nobody else sees the page', async (at) => {
    const pat = await aVisitor(at, url);
    await pat.page.goto('/');
    await pat.become('Pat');
    await pat.page.goto('/settings/apps/site-settings-page');
    await pat.page.getByText('Only Jira administrators').waitFor();
    expect(await pat.page.getByLabel('Find a project').count()).toBe(0);
  });
});
