import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import * as v from 'valibot';
import type { Visitor } from './a-visitor';

/** Runs in the page: counts every press of the mouse, as a person would make it. */
const COUNT_CLICKS = `addEventListener('pointerdown', ({ isTrusted }) => {
  if (isTrusted) localStorage.setItem('clicks', String(Number(localStorage.getItem('clicks') ?? 0) + 1));
}, true)`;

export const countClicks = ({ page }: Visitor) => page.context().addInitScript(COUNT_CLICKS);
export const startCounting = ({ page }: Visitor) => page.evaluate("localStorage.removeItem('clicks')");
export const clicksOf = async ({ page }: Visitor): Promise<number> =>
  Number(await page.evaluate<string | null>("localStorage.getItem('clicks')"));

export const LONG = { timeout: 60_000 };

async function openSitePage({ page }: Visitor): Promise<Locator> {
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('navigation', { name: 'Jira administration' }).getByText('Emergency change').click();
  const app = page.getByRole('main');
  await app.getByLabel('Find a project').waitFor();
  return app;
}

/** The page as Jo sees it, by its address. */
export async function openSitePageOf(jo: Visitor): Promise<Locator> {
  await jo.page.goto('/');
  if ((jo.page.viewportSize()?.width ?? 0) > 600) await jo.become('Jo');
  else await jo.page.context().addCookies([{ name: 'emulator-account', value: '712020%3Ajo', url: jo.page.url() }]);
  await jo.page.goto('/settings/apps/site-settings-page');
  const app = jo.page.getByRole('main');
  await app.getByLabel('Find a project').waitFor();
  return app;
}

const JO = { authorization: `Basic ${Buffer.from('jo@example.com:jo-token').toString('base64')}` };

export const post = (address: string, body: object) =>
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

export async function createProject(url: string, { key, name, template }: NewProject): Promise<void> {
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

export async function takeKindFieldOffScreens(url: string): Promise<void> {
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
export async function setUp(jo: Visitor, { project, pictures }: Guided): Promise<Locator> {
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
export async function firstChange(erin: Visitor, other: Visitor, project: string): Promise<void> {
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
