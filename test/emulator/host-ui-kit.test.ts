import { describe, expect } from '@jest/globals';
import AxeSource from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { browserTests } from '../support/in-browser';
import { aHostSite, type HostSite } from './support/a-host-site';

/** What the front end that breaks says. */
const BREAKS = 'The fixture breaks before it draws.';

let site: HostSite;

const journey = browserTests(async () => {
  site = await aHostSite();
  const created = await asErin('POST', '/issue', {
    fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'The page is slow' },
  });
  expect(created.status).toBe(201);
  return site.close;
});

const asErin = (method: string, path: string, body: object): Promise<Response> => site.rest('erin', method, path, body);

interface Visit {
  readonly page: Page;
  /** A panel of the fixture, by its title. */
  readonly panel: (title: string) => Locator;
  /** What the page itself complained of. */
  readonly complaints: readonly string[];
}

const inBrowser = (name: string, look: (visit: Visit) => Promise<void>) =>
  journey(name, async (browser) => {
    const context = await browser.newContext({ baseURL: site.url, viewport: { width: 1100, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto('/browse/WEB-1');
    try {
      await look({ page, panel: (title) => page.getByRole('region', { name: title }), complaints });
    } finally {
      await context.close();
    }
  });

const log = async (page: Page): Promise<string> => (await page.request.get('/emulator/log')).text();

describe('what a UI Kit app draws', () => {
  inBrowser('is drawn with Atlaskit, component by component', async ({ panel, complaints }) => {
    const gallery = panel('Gallery');
    await gallery.getByRole('heading', { name: 'Words' }).waitFor();
    for (const words of ['emphasis', 'git push', 'in a box', 'under way', 'It will come.', 'What Erin wrote.']) {
      await gallery.getByText(words, { exact: true }).waitFor();
    }
    await gallery.getByRole('img', { name: 'A shield' }).waitFor();
    await gallery.getByRole('img', { name: 'A pixel' }).waitFor();
    await gallery.getByText('Erin Engel').first().waitFor();
    await gallery.getByRole('link', { name: 'Read the log' }).waitFor();
    await gallery.getByRole('radio', { name: 'One of the radios' }).waitFor();
    expect(await gallery.getByRole('checkbox', { name: 'One of the boxes' }).isChecked()).toBe(true);
    expect(await gallery.getByRole('slider').inputValue()).toBe('20');
    await gallery.getByRole('columnheader', { name: 'Name' }).waitFor();
    expect(complaints.filter((complaint) => complaint !== BREAKS)).toEqual([]);
  });

  inBrowser('is shown as a warning, and noted, where a component is unknown', async ({ page, panel }) => {
    const warning = panel('Gallery').getByRole('note');
    await warning.getByText('inside the unknown').waitFor();
    expect(await warning.allTextContents()).toEqual([
      'The embedded Jira does not draw the UI Kit component Marquee yet.inside the unknown',
    ]);
    expect(await log(page)).toContain('does not draw the UI Kit component Marquee yet');
  });

  inBrowser('can be used without eyes or a mouse, as far as axe can tell', async ({ page, panel }) => {
    await panel('Gallery').getByText('inside the unknown').waitFor();
    await panel('Form').getByLabel('Lead').waitFor();
    await page.evaluate(AxeSource.source);
    const found = await page.evaluate<readonly string[]>(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
    );
    expect(found).toEqual([]);
  });

  inBrowser('never leads to a script', async ({ panel }) => {
    const gallery = panel('Gallery');
    await gallery.getByText('a script as a button').waitFor();
    expect(await gallery.locator('[href^="javascript:" i]').count()).toBe(0);
  });

  inBrowser('works: tabs, popup, edit in place, sorting', async ({ page, panel }) => {
    const gallery = panel('Gallery');
    await gallery.getByRole('tab', { name: 'Second tab' }).click();
    await gallery.getByText('of the second').waitFor();

    await gallery.getByRole('button', { name: 'Open the popup' }).click();
    await gallery.getByText('Inside the popup').waitFor();
    await page.keyboard.press('Escape');
    await gallery.getByText('Inside the popup').waitFor({ state: 'detached' });

    await gallery.getByRole('button', { name: 'Edit Nickname' }).click();
    await page.keyboard.type(' Lovelace');
    await gallery.getByRole('button', { name: 'Confirm' }).click();
    await gallery.getByRole('button', { name: 'Edit Nickname' }).getByText('Ada Lovelace').waitFor();

    await gallery.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    const cells = gallery.getByRole('table', { name: 'People' }).getByRole('cell');
    expect(await cells.allTextContents()).toEqual(['Erin', 'Pat']);
  });
});

describe('what leads about and what is picked', () => {
  inBrowser('tells the app', async ({ panel }) => {
    const gallery = panel('Gallery');
    await gallery.getByRole('link', { name: 'All projects' }).waitFor();
    await gallery.getByRole('button', { name: 'page 2' }).click();
    await gallery.getByText('Chosen: page 2').waitFor();

    expect(await gallery.getByRole('button', { name: /^Friday,? 25 December 2026$/ }).isDisabled()).toBe(true);
    await gallery.getByRole('button', { name: 'Next month' }).click();
    await gallery.getByRole('button', { name: /^Friday,? 1 January 2027$/ }).click();
    await gallery.getByText('Chosen: day 2027-01-01').waitFor();

    const ics = { name: 'own.ics', mimeType: 'text/calendar', buffer: Buffer.from('BEGIN:VCALENDAR') };
    await gallery.getByLabel('A calendar file').setInputFiles(ics);
    await gallery.getByText('Chosen: own.ics BEGIN:VCALENDAR').waitFor();
    await gallery.getByText('holidays.ics 1.2 kB').waitFor();
    await gallery.getByRole('button', { name: 'Delete holidays.ics' }).click();
    await gallery.getByText('Chosen: deleted').waitFor();
  });
});

describe('what a person fills in', () => {
  inBrowser('reaches the form of the app as UI Kit hands it over', async ({ page, panel }) => {
    const form = panel('Form');
    await form.getByLabel('Title').fill('');
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByRole('alert').getByText('A title is needed.').waitFor();

    await form.getByLabel('Title').fill('Restart');
    await form.getByLabel('Reason').fill('It leaks.');
    await form.getByLabel('Kind').click();
    await page.getByRole('option', { name: 'Data corruption' }).click();
    await form.getByLabel('Urgent').uncheck({ force: true });
    await form.getByLabel('Told').check({ force: true });
    await form.getByRole('radio', { name: 'One host' }).check();
    await form.getByLabel('Day').fill('11/25/2026');
    await page.keyboard.press('Enter');
    await form.getByLabel('Lead').fill('Lee');
    await page.getByRole('option', { name: 'Lee Lindt' }).click();
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByText('Sent').waitFor();
    expect(JSON.parse(await form.getByRole('code').innerText())).toEqual({
      title: 'Restart',
      reason: 'It leaks.',
      kind: { label: 'Data corruption', value: 'corruption' },
      urgent: false,
      told: true,
      scope: 'host',
      day: '2026-11-25',
      lead: {
        id: '712020:lee',
        type: 'user',
        name: 'Lee Lindt',
        email: expect.any(String),
        avatarUrl: expect.any(String),
      },
    });
  });

  inBrowser('stays as typed, caret included, while the app that holds it answers late', async ({ page, panel }) => {
    const form = panel('Form');
    const field = form.getByLabel('Held by the app');
    await field.press('Home');
    await page.keyboard.type('a fresh ', { delay: 25 });
    expect(await field.inputValue()).toBe('a fresh start');
    await form.getByText('The app holds: a fresh start').waitFor();
    expect(await field.inputValue()).toBe('a fresh start');
    const caret = await field.evaluate((element) =>
      element instanceof HTMLInputElement ? element.selectionStart : -1,
    );
    expect(caret).toBe('a fresh '.length);

    await form.getByRole('button', { name: 'Clear' }).click();
    await form.getByText('The app holds: cleared by the app').waitFor();
    expect(await field.inputValue()).toBe('cleared by the app');
  });

  inBrowser('is asked in a dialog that holds the focus and gives it back', async ({ page, panel }) => {
    const ask = panel('Form').getByRole('button', { name: 'Ask' });
    await ask.click();
    const dialog = page.getByRole('dialog', { name: 'A question' });
    await dialog.waitFor();
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await ask.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('what an app asks of the host', () => {
  inBrowser('is answered, or refused with words that name it', async ({ page, panel }) => {
    const bridge = panel('Bridge');
    await bridge.getByText('Panel bridge').waitFor();
    const answerOf = async (name: string) => {
      await bridge.getByRole('button', { name, exact: true }).click();
      return bridge.getByText(new RegExp(`^${name}( failed)?:`)).innerText();
    };
    expect(await answerOf('ask for the issue')).toContain('The page is slow');
    expect(await answerOf('submit')).toBe("submit failed: this resource's view is not submittable.");
    expect(await answerOf('close')).toBe("close failed: this resource's view is not closable.");
    expect(await answerOf('refresh')).toBe('refresh: undefined');
    expect(await answerOf('open a modal')).toBe('open a modal failed: Unable to open modal.');
    expect(await answerOf('make a history')).toContain('does not model this yet: bridge command createHistory');
    expect(await answerOf('find the address')).toBe(`find the address: ${site.url}/browse/WEB-1`);
    expect(await answerOf('go to a script')).toContain('A page may not lead to javascript: addresses.');
    expect(await answerOf('call no function')).toContain('call no function failed:');
    await bridge.getByRole('button', { name: 'tell the others' }).click();
    await bridge.getByText('told: news').waitFor();
    expect(await log(page)).toContain('bridge command openModal');
  });

  inBrowser('shows flags with actions, and takes them away', async ({ page, panel }) => {
    await panel('Bridge').getByRole('button', { name: 'show a flag' }).click();
    await page.getByText('A flag of the app').waitFor();
    await page.getByRole('button', { name: 'Take it away' }).click();
    await page.getByText('A flag of the app').waitFor({ state: 'detached' });
  });

  inBrowser('leads to other pages, in this tab and in another', async ({ page, panel }) => {
    const [other] = await Promise.all([
      page.waitForEvent('popup'),
      panel('Bridge').getByRole('button', { name: 'open the list' }).click(),
    ]);
    await other.waitForURL('**/issues?project=WEB');
    await panel('Bridge').getByRole('button', { name: 'go to the list' }).click();
    await page.waitForURL('**/issues?project=WEB');
  });

  inBrowser('tells the app of changes of its issue', async ({ panel }) => {
    await panel('Bridge').getByText('Panel bridge').waitFor();
    await asErin('PUT', '/issue/WEB-1', { fields: { labels: ['told'] } });
    await panel('Bridge').getByText('changed: string [{"changeType":"updated","atlassianId":"712020:erin"}]').waitFor();
  });
});

describe('an app that breaks', () => {
  inBrowser('says so at once and leaves the rest of the page alone', async ({ page, panel }) => {
    await panel('Broken').getByText('The app does not show anything').waitFor();
    await panel('Broken').getByText(BREAKS).waitFor();
    await page.getByRole('heading', { name: 'The page is slow' }).waitFor();
    expect(await log(page)).toContain(`The front end of broken broke: ${BREAKS}`);
  });

  inBrowser('later than that keeps what it had drawn', async ({ page, panel }) => {
    const throwLate = panel('Bridge').getByRole('button', { name: 'throw late' });
    await throwLate.waitFor();
    await Promise.all([page.waitForResponse('**/emulator/log'), throwLate.click()]);
    expect(await log(page)).toContain('Nobody catches this.');
    await panel('Bridge').getByText('Panel bridge').waitFor();
  });
});
