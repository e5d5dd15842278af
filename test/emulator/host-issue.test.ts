import { beforeEach, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { aVisitor, type Visitor } from '../e2e/a-visitor';
import { browserTests } from '../support/in-browser';
import { aHostSite, type HostSite } from './support/a-host-site';

/** What one front end of the fixture says on every issue. */
const BREAKS = 'The fixture breaks before it draws.';

let site: HostSite;
let key: string;

const journey = browserTests(async () => {
  site = await aHostSite();
  await create('WEB', 'Another issue');
  return site.close;
});

beforeEach(async () => {
  // Without a browser there is no site, and each test says that it is left out.
  if ((site as HostSite | undefined) !== undefined) key = await create('OPS', 'The page is slow');
});

async function create(project: string, summary: string): Promise<string> {
  const fields = { project: { key: project }, issuetype: { name: 'Task' }, summary };
  const answer = await site.rest('erin', 'POST', '/issue', { fields });
  return v.parse(v.object({ key: v.string() }), await answer.json()).key;
}

const visit = (name: string, walk: (page: Page, visitor: Visitor) => Promise<void>) =>
  journey(name, async (browser) => {
    const visitor = await aVisitor(browser, site.url);
    await visitor.page.goto(`/browse/${key}`);
    try {
      await walk(visitor.page, visitor);
      expect(visitor.complaints.filter((complaint) => complaint !== BREAKS)).toEqual([]);
    } finally {
      await visitor.page.context().close();
    }
  });

async function choose(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

describe('an issue', () => {
  visit('gets subtasks, links, web links and files', async (page, visitor) => {
    await page.getByRole('button', { name: 'Create subtask' }).click();
    await page.getByLabel('Summary of the subtask').fill('Look at the logs');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Subtasks' }).getByText('Look at the logs').waitFor();

    const links = page.getByRole('region', { name: 'Links' });
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await links.getByLabel('Key of the issue').fill('WEB-999');
    await page.keyboard.press('Enter');
    await links.getByRole('alert').getByText('Issue does not exist').waitFor();
    await links.getByLabel('Key of the issue').fill('web-1');
    await page.keyboard.press('Enter');
    await links.getByText('Another issue').waitFor();
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await links.getByLabel('Relation').click();
    await page.getByRole('option', { name: 'Web link' }).click();
    await links.getByLabel('Address').fill('https://example.com/pull/1');
    await links.getByLabel('Title of the link').fill('Pull request 1');
    await page.keyboard.press('Enter');
    await links.getByRole('link', { name: 'Pull request 1' }).waitFor();

    const file = { name: 'trace.txt', mimeType: 'text/plain', buffer: Buffer.from('a trace') };
    await page.getByLabel('Files to attach').setInputFiles(file);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'trace.txt' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('trace.txt');
    expect(await visitor.accessibilityFaults()).toEqual([]);

    await page.getByRole('button', { name: 'Remove the link to WEB-1' }).click();
    await links.getByText('Another issue').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Delete trace.txt' }).click();
    await page.getByRole('link', { name: 'trace.txt' }).waitFor({ state: 'detached' });
  });

  visit('is talked about, and who is mentioned hears the bell', async (page, visitor) => {
    await page.getByRole('button', { name: 'Add a comment…' }).click();
    await page.keyboard.type('**Stop** it, @Le');
    await page.getByRole('option', { name: 'Lee Lindt' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('please:\n- now');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const activity = page.getByRole('region', { name: 'Activity' });
    await activity.getByText('@Lee Lindt').waitFor();
    expect(await activity.locator('.adf').innerHTML()).toContain('<strong>Stop</strong>');
    expect(await activity.locator('.adf').innerHTML()).toContain('<li><p>now</p></li>');

    await activity.getByRole('button', { name: 'Edit', exact: true }).click();
    const field = activity.getByLabel('Edit the comment');
    expect(await field.inputValue()).toBe('**Stop** it, @Lee Lindt please:\n\n- now');
    await field.fill('Never mind, @Lee Lindt');
    await activity.getByRole('button', { name: 'Save', exact: true }).click();
    await activity.locator('.adf').getByText('Never mind').waitFor();
    await activity.locator('.adf-mention').getByText('@Lee Lindt').waitFor();

    await visitor.become('Lee Lindt');
    expect(await activity.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: /Notifications, \d unread/ }).click();
    await page
      .getByRole('menuitem', { name: /mentioned you/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    await page.goto('/outbox');
    await page.getByRole('list', { name: 'Messages' }).getByRole('link').first().click();
    await page.getByRole('region', { name: 'Message' }).getByText(key).first().waitFor();
    expect(await visitor.accessibilityFaults()).toEqual([]);
  });

  visit('is flagged, watched, labelled, cloned and moved', async (page) => {
    await choose(page, 'Add flag');
    await page.getByText('Flagged', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Stop watching, 1 watcher' }).click();
    await page.getByRole('button', { name: 'Watch, 0 watchers' }).waitFor();
    await page.getByRole('button', { name: 'Edit labels' }).click();
    await page.getByLabel('Labels').fill('slow');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save labels' }).click();
    await page.getByRole('complementary').getByText('slow').waitFor();

    await choose(page, 'Clone');
    await page.getByText(new RegExp(`^${key} was cloned as`)).waitFor();
    await page.getByRole('heading', { name: 'CLONE - The page is slow' }).waitFor();

    await choose(page, 'Move or change work type');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Move', exact: true }).isDisabled()).toBe(true);
    await dialog.getByLabel('Project').click();
    await page.getByRole('option', { name: 'Website' }).click();
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await page.waitForURL(/\/browse\/WEB-\d+$/);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText(/^Changed project from “Operations” to “Website”/).waitFor();
  });

  visit('is deleted by who may, after a question', async (page, visitor) => {
    await visitor.become('Jo Jansen');
    await choose(page, 'Delete');
    await page
      .getByRole('dialog', { name: `Delete ${key}?` })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.waitForURL('**/projects/OPS');
    await page.goto(`/browse/${key}`);
    await page.getByRole('heading', { name: 'We couldn’t find that' }).waitFor();
  });
});

describe('the list of issues', () => {
  visit('says beside the JQL what is wrong with it, and helps to write it', async (page, visitor) => {
    await page.goto('/issues');
    await page.getByRole('link', { name: key, exact: true }).waitFor();
    const jql = page.getByRole('combobox', { name: 'JQL' });
    await jql.fill('nofield = 1');
    await page.keyboard.press('Enter');
    await page
      .getByRole('search')
      .getByRole('alert')
      .getByText(/nofield/)
      .waitFor();
    expect(await page.getByRole('table').count()).toBe(0);

    await jql.fill('summ');
    await page.getByRole('option', { name: 'summary', exact: true }).click();
    await page.keyboard.type('~ "Another issue"');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'WEB-1', exact: true }).waitFor();
    await page.getByText('1 issue', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('jql')).toBe('summary ~ "Another issue"');
    expect(await visitor.accessibilityFaults()).toEqual([]);
    await page.goBack();
    await page.getByRole('search').getByRole('alert').waitFor();
  });

  visit('keeps its columns, and is ordered by them', async (page) => {
    await page.goto('/projects/OPS');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Priority' }).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('columnheader', { name: 'Priority' }).getByRole('button').click();
    await page.waitForURL(/jql=project\+%3D\+OPS\+ORDER\+BY\+priority\+ASC/);
    expect(await page.getByRole('columnheader', { name: 'Priority' }).getAttribute('aria-sort')).toBe('ascending');
  });
});

describe('the clock', () => {
  visit('is moved on by business days and to a time', async (page) => {
    const clock = page.getByRole('button', { name: /Move the clock/ });
    await clock.click();
    await page.getByRole('menuitem', { name: 'Advance one business day' }).click();
    await page.getByRole('button', { name: /Site time Wed 25 Nov, 09:00/ }).click();
    await page.getByRole('menuitem', { name: /Advance to a time/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Time').fill('2026-11-24T10:00');
    await dialog.getByRole('button', { name: 'Advance' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/only moves forward/)
      .waitFor();
    await dialog.getByLabel('Time').fill('2026-11-28T10:00');
    await dialog.getByRole('button', { name: 'Advance' }).click();
    await page.getByRole('button', { name: /Site time Sat 28 Nov, 10:00/ }).waitFor();
  });
});
