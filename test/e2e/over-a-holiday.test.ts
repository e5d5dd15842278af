import { describe, expect } from '@jest/globals';
import * as v from 'valibot';
import { publicHolidays } from '../../src/adapters/holidays/public-holidays';
import { naiveDeadline } from '../domain/calendar/naive-count';
import { browserTests } from '../support/in-browser';
import { aVisitor, type Visitor } from './a-visitor';
import { type StartedSite, startSite } from './start-command';

let site: StartedSite;

const journey = browserTests(async () => {
  site = await startSite();
  return site.stop;
});

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONE = 'Europe/Berlin';

const ClockSchema = v.object({ now: v.string() });

async function clock(move: { readonly advance: string } | { readonly set: Date }): Promise<Date> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${site.url}/emulator/clock`, { method: 'POST', headers, body: JSON.stringify(move) });
  return new Date(v.parse(ClockSchema, await answer.json()).now);
}

/** The next three business days in Bavaria and the end of the third one, counted without the app's calendar. */
function threeBusinessDays(from: number) {
  const year = new Date(from).getUTCFullYear();
  const holidays = [...(publicHolidays.of('DE', 'BY', [year, year + 1]) ?? [])];
  return naiveDeadline({ timeZone: ZONE, workingDays: [1, 2, 3, 4, 5], holidays }, from, 3);
}

/** Three at night, UTC, before a weekend and a holiday: three business days later it is six days later or more. */
function nightBeforeDaysOff(now: Date): Date {
  const night = new Date(now);
  night.setUTCHours(3, 0, 0, 0);
  do night.setUTCDate(night.getUTCDate() + 1);
  while (threeBusinessDays(night.getTime()).due - night.getTime() < 6 * DAY_MS);
  return night;
}

const dayOf = (date: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(date);

/** A due time as somebody with a British browser reads it. */
const due = (moment: Date): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);

/** Names the auditors for escalation, sooner reminders, and the calendar of Bavaria, on the settings page. */
async function saveSettings(jo: Visitor): Promise<void> {
  const { page } = jo;
  const form = page.getByRole('main');
  await page.goto('/');
  await jo.become('Jo');
  await page.goto('/projects/OPS/settings/apps/project-settings-page');
  await form.getByRole('button', { name: 'Show people' }).click();
  await form.getByLabel('Escalation', { exact: true }).fill('audit');
  await page.getByRole('option', { name: 'auditors' }).click();
  await form.getByRole('button', { name: 'Show rules' }).click();
  await form.getByLabel('They are reminded when nobody is on it after').fill('20');
  await form.getByLabel('Escalation is called after another').fill('25');
  await form.getByRole('button', { name: 'Show calendar' }).click();
  for (const [field, typed, option] of [
    ['Time zone', 'Berlin', ZONE],
    ['Country of the public holidays', 'German', 'Germany'],
    ['Region', 'Ba', /Bavaria|Bayern/],
  ] as const) {
    await form.getByLabel(field, { exact: true }).fill(typed);
    await page.getByRole('option', { name: option }).click();
  }
  await jo.picture('29-settings-before');
  await form.getByRole('button', { name: 'Review and save' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await form.getByText('Version 1 of the settings is in force.').waitFor();
}

describe('the whole procedure by settings of the project, in the browser', () => {
  journey('goes over a weekend and a holiday, escalated on the way', async (at) => {
    await saveSettings(await aVisitor(at, site.url));
    const night = await clock({ set: nightBeforeDaysOff(await clock({ advance: 'PT1S' })) });
    const erin = await aVisitor(at, site.url);
    const other = await aVisitor(at, site.url);
    await erin.page.goto('/');
    await other.page.goto('/');
    const key = await erin.createEmergencyChange('Checkout answers 500', 'Service outage');

    // Nobody answers: reminded after 20 minutes, escalated 25 minutes later, and an auditor is on it.
    await clock({ advance: 'PT4M' });
    await erin.panel.getByText('Both groups were told.', { exact: true }).waitFor();
    await clock({ advance: 'PT20M' });
    await clock({ advance: 'PT20M' });
    await clock({ advance: 'PT5M' });
    await other.become('Ada');
    await other.look(key);
    await other.panel.getByText('Both groups were told, and it was escalated.').waitFor();
    await other.panel.getByText(/: group auditors\.$/).waitFor();
    await other.panel.getByRole('button', { name: 'I am on it' }).click();
    await other.panel.getByText('Both groups were told, and it was escalated. One person is on it.').waitFor();
    await other.panel.getByRole('button', { name: 'Show who was told' }).click();
    await other.panel.getByText('is on it since').waitFor();
    await other.picture('30-escalated');

    // Approved, reviewed, and deployed in the same night.
    await erin.answer('Record the proposed change', 'Record', async (dialog) => {
      await dialog.getByLabel('Link to the pull request').fill('https://git.example.com/shop/pull/42');
      await dialog.getByLabel('Revision').fill('c0ffee1');
    });
    await erin.answer('Report an approval', 'Report', async (dialog) => {
      await dialog.getByLabel('Who approved').fill('Lee');
      await erin.page.getByRole('option', { name: /Lee Lindt/ }).click();
      await dialog.getByLabel('Channel').fill('by phone');
    });
    await erin.panel.getByText(`To be ratified by`).waitFor();
    await erin.picture('31-to-be-ratified');
    await other.become('Lee Lindt');
    await other.answer('Ratify my approval', 'Ratify my approval');
    await other.become('Sam Sato');
    await other.approve('Security Team', 'Go.');
    await other.become('Pat Peters');
    await other.passReview('peer');
    await other.become('Sky Stone');
    await other.passReview('security');
    await erin.panel.getByText('Cleared for deployment').waitFor();
    await erin.startDeployment();
    await erin.page.getByRole('button', { name: 'Status: Deploying. Change status' }).waitFor();
    await clock({ advance: 'PT4M' });
    await erin.moveOn('Mark deployed');
    await erin.page.getByRole('button', { name: 'Status: Deployed. Change status' }).waitFor();
    await clock({ advance: 'PT4M' });

    // Due on the third business day, with the days off left out and the time counted down.
    const { due: lastMoment, countedDays } = threeBusinessDays(night.getTime());
    const end = new Date(lastMoment);
    const days = Math.floor((end.getTime() - night.getTime()) / DAY_MS);
    await erin.page.reload();
    const dueLines = (left: string) => erin.panel.getByText(`Due ${due(end)} (${ZONE}), ${left}.`);
    await dueLines(`in ${days} days`).first().waitFor();
    expect(await dueLines(`in ${days} days`).count()).toBe(3);
    await erin.picture('32-due-over-the-days-off');
    const small = await aVisitor(at, site.url, { width: 360, dark: true });
    await small.look(key);
    await small.panel
      .getByText(`Due ${due(end)}`)
      .first()
      .waitFor();
    await small.picture('33-due-small-dark');
    expect(await small.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await small.accessibilityFaults()).toEqual([]);

    // On the day itself, after the reminder, everything is caught up on.
    await clock({ set: new Date(end.getTime() - 12 * HOUR_MS) });
    await erin.page.reload();
    await dueLines('in 12 hours').or(dueLines('in 11 hours')).first().waitFor();
    await erin.picture('34-due-today');
    await erin.answer('Record the post-mortem', 'Record', async (dialog) => {
      await dialog.getByLabel('Link to the report').fill('https://wiki.example.com/post-mortem/42');
    });
    await erin.answer('Link the change documentation', 'Record', async (dialog) => {
      await dialog.getByLabel('Link to the change documentation').fill('https://wiki.example.com/changes/42');
    });
    await erin.answer('Link the pull request', 'Record', async (dialog) => {
      await dialog.getByLabel('Link to the pull request').fill('https://git.example.com/shop/pull/42');
    });
    for (const name of ['Lee Lindt', 'Sam Sato']) {
      await other.become(name);
      await other.panel.getByText('Did you take part in the post-mortem?').waitFor();
      await other.answer('I took part', 'I took part');
    }
    await erin.page.reload();
    await erin.panel.getByText('Everything is complete').waitFor();
    await erin.moveOn('Close');
    await erin.panel.getByText('Completed', { exact: true }).waitFor();
    await clock({ set: new Date(end.getTime() + DAY_MS) });
    await erin.page.reload();
    await erin.panel.getByText('Completed', { exact: true }).waitFor();
    expect(await erin.panel.getByText(/[Bb]reach/).count()).toBe(0);
    await erin.picture('35-complete');

    // The ledger tells of the escalation, of the reminder, and which days were counted.
    const counted = countedDays.map((day) => dayOf(new Date(day)));
    for (const [visitor, name] of [
      [erin, '36-ledger-escalation'],
      [small, '37-ledger-small-dark'],
    ] as const) {
      await visitor.page.reload();
      await visitor.panel.getByRole('button', { name: 'Show the ledger' }).click();
      const ledger = visitor.page.getByRole('dialog');
      await ledger.getByText('Chain intact').waitFor();
      await ledger.getByText('the follow-up that is due soon').first().waitFor();
      await ledger
        .getByText(`3 business days (${counted[0] ?? ''}, ${counted[1] ?? ''} and ${counted[2] ?? ''}).`)
        .first()
        .waitFor();
      await ledger.getByText('the e-mail to the escalation group about the calls').scrollIntoViewIfNeeded();
      await visitor.picture(name);
    }
    expect([...erin.complaints, ...other.complaints, ...small.complaints]).toEqual([]);
  });
});
