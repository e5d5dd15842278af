import { beforeEach, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { aVisitor } from '../e2e/a-visitor';
import { browserTests } from '../support/in-browser';
import { aHostSite, type HostSite } from './support/a-host-site';

/** What one front end of the fixture says on every issue. */
const BREAKS = 'The fixture breaks before it draws.';

let site: HostSite;
let key: string;

const journey = browserTests(async () => {
  site = await aHostSite();
  return site.close;
});

beforeEach(async () => {
  // Without a browser there is no site, and each test says that it is left out.
  if ((site as HostSite | undefined) === undefined) return;
  const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'The page is slow' };
  const answer = await site.rest('erin', 'POST', '/issue', { fields });
  key = v.parse(v.object({ key: v.string() }), await answer.json()).key;
});

/** Answers to the asked addresses wait until the test lets them through. */
interface Held {
  readonly asked: Promise<void>;
  readonly letThrough: () => Promise<void>;
}

async function hold(page: Page, address: RegExp): Promise<Held> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const asked = page.waitForRequest(address).then(() => undefined);
  await page.route(address, async (route) => {
    await opened;
    await route.continue();
  });
  return {
    asked,
    letThrough: async () => {
      const answered = page.waitForResponse(address);
      open();
      await (await answered).finished();
      // Whatever the page makes of the answer, it has made by the time that it read a later one and drew two frames.
      await page.evaluate(
        "fetch('/emulator/log').then((later) => later.text()).then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))",
      );
    },
  };
}

const visit = (name: string, walk: (page: Page) => Promise<void>) =>
  journey(name, async (browser) => {
    const { page, complaints } = await aVisitor(browser, site.url);
    await page.goto(`/browse/${key}`);
    try {
      await walk(page);
      expect(complaints.filter((complaint) => complaint !== BREAKS)).toEqual([]);
    } finally {
      await page.context().close();
    }
  });

const PEOPLE = /\/rest\/api\/3\/user\/search\?.*query=Le(&|$)/;
const JQL_VALUES = /\/jql\/autocompletedata\/suggestions\?.*fieldValue=OP(&|$)/;

async function comment(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a comment…' }).click();
  await page.keyboard.type(text);
}

describe('people suggested late', () => {
  visit('never lie over the button that somebody already reached for', async (page) => {
    const people = await hold(page, PEOPLE);
    await comment(page, 'Ask @Le');
    await people.asked;
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.hover();
    await people.letThrough();
    expect(await page.getByRole('option').count()).toBe(0);
    await page.mouse.down();
    await page.mouse.up();
    await page.getByRole('region', { name: 'Activity' }).getByText('Ask @Le', { exact: true }).waitFor();
  });

  visit('do not come back after the list was closed, and leave Enter to the text', async (page) => {
    const people = await hold(page, PEOPLE);
    await comment(page, 'Ask @Le');
    await people.asked;
    await page.keyboard.type('e:');
    await page.keyboard.press('Enter');
    await people.letThrough();
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.type('now');
    expect(await page.getByLabel('Add a comment', { exact: true }).inputValue()).toBe('Ask @Lee:\nnow');
  });

  visit('come while the person stays with the text', async (page) => {
    const people = await hold(page, PEOPLE);
    await comment(page, 'Ask @Le');
    await people.asked;
    await people.letThrough();
    await page.getByRole('option', { name: 'Lee Lindt' }).waitFor();
    await page.keyboard.press('Enter');
    const field = page.getByLabel('Add a comment', { exact: true });
    expect(await field.inputValue()).toBe('Ask @Lee Lindt ');
    // Whoever was taken is not suggested again when the caret comes back to the name.
    await page.keyboard.press('Backspace');
    await page.getByRole('option').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('Ask @Lee Lindt\n');
  });
});

describe('JQL suggested late', () => {
  visit('is dropped when the search was sent', async (page) => {
    await page.goto('/issues');
    await page.getByRole('link', { name: key, exact: true }).waitFor();
    const values = await hold(page, JQL_VALUES);
    await page.getByRole('combobox', { name: 'JQL' }).fill('project = OP');
    await values.asked;
    await page.keyboard.press('Enter');
    await values.letThrough();
    expect(await page.getByRole('option').count()).toBe(0);
    await page.waitForURL(/jql=project/);
  });

  visit('is dropped when the field was left', async (page) => {
    await page.goto('/issues');
    await page.getByRole('link', { name: key, exact: true }).waitFor();
    const values = await hold(page, JQL_VALUES);
    await page.getByRole('combobox', { name: 'JQL' }).fill('project = OP');
    await values.asked;
    await page.keyboard.press('Tab');
    await values.letThrough();
    expect(await page.getByRole('option').count()).toBe(0);
  });

  visit('lets somebody type on at once after taking it', async (page) => {
    await page.goto('/issues');
    const jql = page.getByRole('combobox', { name: 'JQL' });
    await jql.fill('summ');
    await page.getByRole('option', { name: 'summary', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type('~ slow');
    expect(await jql.inputValue()).toBe('summary ~ slow');
  });
});
