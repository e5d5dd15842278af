import { describe, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { browserTests } from '../support/in-browser';
import { aVisitor, type Visitor } from './a-visitor';
import { type StartedSite, startSite } from './start-command';

let site: StartedSite;

const journey = browserTests(async () => {
  site = await startSite();
  await makeAdministrator('712020:lou');
  return site.stop;
});

const ADMINISTRATORS = '10002';

/** Puts somebody into the role of the project's administrators, as Jo, who administers Jira. */
async function makeAdministrator(accountId: string): Promise<void> {
  const answer = await fetch(`${site.url}/rest/api/3/project/OPS/role/${ADMINISTRATORS}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from('jo@example.com:jo-token').toString('base64')}`,
    },
    body: JSON.stringify({ user: [accountId] }),
  });
  expect(answer.status).toBe(200);
}

const ADDRESS = '/projects/OPS/settings/apps/project-settings-page';

interface SettingsVisitor extends Visitor {
  readonly app: Locator;
  readonly dialog: Locator;
  show(section: string): Promise<void>;
  choose(field: string, option: string | RegExp): Promise<void>;
  review(): Promise<void>;
  save(note: string): Promise<void>;
}

async function anAdministrator(
  at: Parameters<typeof aVisitor>[0],
  name: string,
  screen: Parameters<typeof aVisitor>[2] = {},
): Promise<SettingsVisitor> {
  const visitor = await aVisitor(at, site.url, screen);
  const { page } = visitor;
  const app = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  await page.goto('/');
  await visitor.become(name);
  await page.goto(ADDRESS);
  await app.getByRole('heading', { name: 'Status', exact: true }).waitFor();
  await app.getByText('It is checked daily').waitFor();
  const review = async () => {
    await app.getByRole('button', { name: 'Review and save' }).first().click();
    await dialog.getByRole('heading', { name: 'What changes' }).waitFor();
  };
  return {
    ...visitor,
    app,
    dialog,
    show: (section) => app.getByRole('button', { name: `Show ${section}` }).click(),
    async choose(field, option) {
      await app.getByLabel(field, { exact: true }).click();
      await page.getByRole('option', { name: option }).click();
    },
    review,
    async save(note) {
      await dialog.getByLabel('Why').fill(note);
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
}

const ICS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example//days//EN',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20271224',
  'SUMMARY:Company closed',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2',
  'DTSTAMP:20260101T000000Z',
  'DTSTART:20271224T090000Z',
  'DTEND:20271224T100000Z',
  'SUMMARY:A meeting',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

describe('the project settings, in the browser', () => {
  journey('hold from the first save, and what asks less waits for a second administrator', async (at) => {
    const jo = await anAdministrator(at, 'Jo');
    await jo.app.getByText('The built-in rules hold until you save your own').waitFor();
    await jo.picture('60-first-visit');

    await jo.show('people');
    await jo.app.getByText('Engineering Lead has two people').waitFor();
    await jo.app.getByLabel('Peer reviewers').fill('engin');
    await jo.page.getByRole('option', { name: 'engineers' }).click();
    await jo.choose('Escalation', 'Administrators (role)');
    await jo.picture('61-people');
    await jo.review();
    await jo.dialog.getByText('Peer reviewers:').waitFor();
    await jo.picture('62-review');
    await jo.save('Our own people.');
    await jo.app.getByText('Version 1 of the settings is in force.').waitFor();

    // Version 2: one rule stricter, one looser.
    await jo.show('rules');
    await jo.app.getByLabel('Both groups are told within').fill('5');
    await jo.show('post-mortem');
    await jo.app.getByLabel('Post-mortem, documentation and pull request').fill('');
    await jo.app.getByRole('button', { name: 'Review and save' }).first().click();
    await jo.app.getByText('Post-mortem: Give a whole number.').waitFor();
    await jo.picture('63-problem');
    await jo.app.getByLabel('Post-mortem, documentation and pull request').fill('5');
    await jo.review();
    await jo.dialog.getByText('This asks less than now, and waits').waitFor();
    await jo.dialog.getByText('3 business days → 5 business days').first().waitFor();
    await jo.picture('64-waits');
    await jo.save('Three days were too few over the holidays.');
    await jo.app.getByText('Version 2 asks less').waitFor();
    await jo.app.getByText('another project administrator has to confirm it').waitFor();
    await jo.app.getByText(/Both groups were told on/).waitFor();
    await jo.picture('65-waiting');
    expect(await jo.app.getByRole('button', { name: 'Confirm version 2' }).count()).toBe(0);

    const lou = await anAdministrator(at, 'Lou');
    await lou.app.getByText('Version 1 of the settings is in force.').waitFor();
    await lou.app.getByRole('button', { name: 'Confirm version 2' }).click();
    await lou.app.getByText('Version 2 of the settings is in force.').waitFor();
    await lou.show('history');
    await lou.app.getByText('Chain intact').waitFor();
    await lou.app.getByText('“Three days were too few over the holidays.”').waitFor();
    await lou.choose('Compare', 'The built-in rules');
    await lou.app.getByText('Nobody → Administrators (role)').first().waitFor();
    await lou.picture('66-history');
    expect(await lou.accessibilityFaults()).toEqual([]);
    expect([...jo.complaints, ...lou.complaints]).toEqual([]);
  });

  journey('know the holidays of a country, own days and those of a calendar file', async (at) => {
    const jo = await anAdministrator(at, 'Jo');
    await jo.show('calendar');
    await jo.app.getByLabel('Country of the public holidays').fill('German');
    await jo.page.getByRole('option', { name: 'Germany' }).click();
    await jo.choose('Region', 'Bayern');
    await jo.choose('Year', '2027');
    await jo.app.getByText(/1 Jan 2027/).waitFor();
    await jo.app.getByText(/\d+ days off in 2027/).waitFor();

    await jo.app.getByRole('button', { name: 'Add a day off' }).click();
    await jo.dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await jo.dialog.getByText('Please give the day a name.').waitFor();
    await jo.dialog.getByLabel('Day', { exact: false }).first().fill('30/12/2027');
    await jo.page.keyboard.press('Enter');
    await jo.dialog.getByLabel('Name').fill('Inventory');
    await jo.picture('67-add-day');
    await jo.dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await jo.dialog.waitFor({ state: 'detached' });
    await jo.app.getByText(/30 Dec 2027: Inventory/).waitFor();

    await jo.app.getByRole('button', { name: 'Import from a calendar file' }).click();
    await jo.dialog.getByLabel('Or paste what is in the file').fill('BEGIN:VCARD');
    await jo.dialog.getByRole('button', { name: 'Look at the days' }).click();
    await jo.dialog.getByRole('alert').waitFor();
    await jo.dialog.getByLabel('ICS file').setInputFiles({
      name: 'days.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(ICS),
    });
    await jo.dialog.getByText(/24 Dec 2027: Company closed/).waitFor();
    await jo.dialog.getByText('1 event with a time of day.').waitFor();
    await jo.picture('68-import');
    await jo.dialog.getByRole('button', { name: 'Add 1 day' }).click();
    await jo.dialog.waitFor({ state: 'detached' });
    await jo.app.getByText(/24 Dec 2027: Company closed/).waitFor();

    await jo.app.getByRole('button', { name: 'Take out Epiphany' }).click();
    await jo.app.getByText('Working day here').waitFor();
    await jo.app.getByLabel('Deployed on').fill('23/12/2027');
    await jo.page.keyboard.press('Enter');
    await jo.app.getByText(/Not counted: Fri, 24 Dec 2027 \(Company closed\); Sat, 25 Dec 2027/).waitFor();
    await jo.picture('69-calendar');
    expect(await jo.accessibilityFaults()).toEqual([]);
    await jo.review();
    await jo.dialog.getByText('Days off:').first().waitFor();
    await jo.picture('70-review-calendar');
    await jo.save('Bavaria.');
    await jo.app.getByText(/Public holidays of Germany, 2 of your own/).waitFor();
    expect(jo.complaints).toEqual([]);
  });

  journey('tell the second of two administrators who saved first, and keep what he changed', async (at) => {
    const jo = await anAdministrator(at, 'Jo');
    const lou = await anAdministrator(at, 'Lou');
    await lou.show('rules');
    await lou.app.getByLabel('They are reminded when nobody is on it after').fill('7');
    await lou.review();
    await lou.save('Sooner.');

    await jo.show('rules');
    await jo.app.getByText('An approval that is not used expires').click();
    await jo.review();
    await jo.save('');
    await jo.app.getByText('Somebody else saved in the meantime').waitFor();
    await jo.app.getByText('“Sooner.”').waitFor();
    await jo.picture('71-meanwhile');
    await jo.app.getByRole('button', { name: 'Keep mine on top of theirs' }).click();
    await jo.dialog.getByText('Never → 24 hours').waitFor();
    expect(await jo.dialog.getByText('Reminded when nobody answers').count()).toBe(0);
    await jo.save('Both.');
    await jo.show('rules');
    expect(await jo.app.getByLabel('They are reminded when nobody is on it after').inputValue()).toBe('7');
    expect(await jo.app.getByLabel('An approval expires after').inputValue()).toBe('24');
    await jo.show('history');
    await jo.app.getByText('“Both.”').waitFor();
  });

  journey('are for project administrators only', async (at) => {
    const erin = await aVisitor(at, site.url);
    await erin.page.goto('/');
    await erin.become('Erin');
    await erin.page.goto(ADDRESS);
    await erin.page.getByText(/Only administrators of Operations can change its settings/).waitFor();
  });

  journey('can be read on a small screen in the dark', async (at) => {
    const lou = await anAdministrator(at, 'Lou', { width: 320, dark: true });
    for (const section of ['people', 'work type and statuses', 'rules', 'post-mortem', 'calendar', 'history']) {
      await lou.show(section);
    }
    await lou.app.getByText(/it is due by the end of/).waitFor();
    await lou.picture('72-small-dark');
    expect(await lou.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await lou.accessibilityFaults()).toEqual([]);

    await lou.app.getByRole('button', { name: 'Import from a calendar file' }).click();
    await lou.dialog.getByLabel('Or paste what is in the file').fill(ICS);
    await lou.dialog.getByRole('button', { name: 'Look at the days' }).click();
    await lou.dialog.getByRole('button', { name: 'Add 1 day' }).click();
    await lou.dialog.waitFor({ state: 'detached' });
    await lou.app.getByText(/24 Dec 2027: Company closed/).waitFor();
    await lou.review();
    await lou.picture('73-small-review');
    expect(await lou.accessibilityFaults()).toEqual([]);
    expect(lou.complaints).toEqual([]);
  });
});
