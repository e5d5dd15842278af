import { describe, expect } from '@jest/globals';
import * as v from 'valibot';
import { browserTests } from '../support/in-browser';
import { aVisitor } from './a-visitor';
import { type StartedSite, startSite } from './start-command';

let site: StartedSite;

const journey = browserTests(async () => {
  site = await startSite();
  return site.stop;
});

const HOUR_MS = 3_600_000;
const FRIDAY = 5;

const ClockSchema = v.object({ now: v.string() });

async function clock(move?: { readonly advance: string } | { readonly set: string }): Promise<Date> {
  const asked = move === undefined ? {} : { method: 'POST', headers: JSON_BODY, body: JSON.stringify(move) };
  const answer = await fetch(`${site.url}/emulator/clock`, asked);
  return new Date(v.parse(ClockSchema, await answer.json()).now);
}

const JSON_BODY = { 'content-type': 'application/json' };

/** Friday at three in the morning, UTC, in which the demo project counts its business days. */
function fridayNight(now: Date): Date {
  const friday = new Date(now);
  friday.setUTCHours(3, 0, 0, 0);
  do friday.setUTCDate(friday.getUTCDate() + 1);
  while (friday.getUTCDay() !== FRIDAY);
  return friday;
}

describe('the whole procedure, in the browser', () => {
  journey('goes over a weekend, by all roles, from the declaration to the closure', async (at) => {
    const friday = await clock({ set: fridayNight(await clock()).toISOString() });
    const erin = await aVisitor(at, site.url);
    const other = await aVisitor(at, site.url);
    await erin.page.goto('/');
    await other.page.goto('/');
    const key = await erin.createEmergencyChange('Checkout answers 500', 'Service outage');
    await other.become('Lee Lindt');
    await other.look(key);

    // Step 1: both groups are told, and somebody is on it.
    await clock({ advance: 'PT3M' });
    await erin.panel.getByText('Both groups were told.').waitFor();
    await other.panel.getByRole('button', { name: 'I am on it' }).click();
    await erin.panel.getByText('Both groups were told. One person is on it.').waitFor();
    await other.panel.getByRole('button', { name: 'Show who was told' }).click();
    await other.panel.getByText('is on it since').waitFor();
    await other.picture('20-on-it');

    // Step 2: security approves by phone, and ratifies it; the lead approves here.
    await erin.answer('Record the proposed change', 'Record', async (dialog) => {
      await dialog.getByLabel('Link to the pull request').fill('https://git.example.com/shop/pull/42');
      await dialog.getByLabel('Revision').fill('c0ffee1');
    });
    await other.panel.getByRole('link', { name: /pull\/42/ }).waitFor();
    await other.approve('Engineering Lead', 'The fix is small. Go.');
    await erin.panel.getByText('Waiting for one approval').waitFor();
    await erin.answer('Report an approval', 'Report', async (dialog) => {
      await dialog.getByLabel('Who approved').fill('Sam');
      await erin.page.getByRole('option', { name: /Sam Sato/ }).click();
      await dialog.getByLabel('Channel').fill('by phone');
      await dialog.getByLabel('What was said').fill('Go ahead, roll back if errors rise.');
    });
    await erin.panel.getByText('Not ratified yet').waitFor();
    await erin.picture('21-reported');
    await other.become('Sam Sato');
    await other.panel.getByText('Did you approve this change?').waitFor();
    await other.picture('22-to-ratify');
    await other.answer('Ratify my approval', 'Ratify my approval');
    await erin.panel.getByText('Waiting for the reviews').waitFor();

    // Step 3: two other people review.
    await other.become('Pat Peters');
    await other.passReview('peer');
    await other.become('Sky Stone');
    await other.passReview('security');
    await erin.panel.getByText('Cleared for deployment').waitFor();
    await erin.picture('23-cleared');

    // Step 4: the gate opens, and the verdict is clean.
    await erin.startDeployment();
    await erin.page.getByRole('button', { name: 'Status: Deploying. Change status' }).waitFor();
    await clock({ advance: 'PT4M' });
    await erin.page.reload();
    await erin.panel.getByText('Through the open gate').waitFor();
    await erin.panel.getByText('To be marked as deployed by').waitFor();
    await erin.answer('Link evidence', 'Record', async (dialog) => {
      await dialog.getByLabel('Link').fill('https://ci.example.com/builds/77');
      await dialog.getByLabel('Name').fill('Build 77');
    });
    await erin.picture('24-deploying');
    await erin.moveOn('Mark deployed');
    await erin.page.getByRole('button', { name: 'Status: Deployed. Change status' }).waitFor();
    await clock({ advance: 'PT4M' });

    // Step 5: due at the end of the third business day, which is Wednesday; on Monday everything is caught up on.
    await clock({ set: new Date(friday.getTime() + 78 * HOUR_MS).toISOString() });
    await erin.page.reload();
    await erin.panel
      .getByText(/Due Wed.*23:59 \(UTC\), in 2 days/)
      .first()
      .waitFor();
    await erin.picture('25-follow-ups');
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
    await clock({ advance: 'PT4M' });
    await erin.page.reload();
    await erin.panel.getByText('Completed', { exact: true }).waitFor();
    expect(await erin.panel.getByText(/[Bb]reach/).count()).toBe(0);
    await erin.picture('26-complete');
    expect(await erin.accessibilityFaults()).toEqual([]);

    // The ledger tells it all, and its chain holds.
    await erin.panel.getByRole('button', { name: 'Show the ledger' }).click();
    const ledger = erin.page.getByRole('dialog');
    await ledger.getByText('Chain intact').waitFor();
    await ledger.getByText('Registered as an emergency change.').waitFor();
    await ledger.getByText(/Reported a verbal approval/).waitFor();
    await erin.picture('27-ledger');
    expect([...erin.complaints, ...other.complaints]).toEqual([]);
  });

  journey('an approval that was not given can be repudiated, and the slot is empty again', async (at) => {
    const visitor = await aVisitor(at, site.url);
    await visitor.page.goto('/');
    await visitor.createEmergencyChange('Switch the payment provider', 'Service outage');
    await visitor.panel.getByRole('group', { name: 'Decide as Engineering Lead' }).getByRole('button').click();
    const dialog = visitor.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'In writing, elsewhere' }).check();
    await dialog.getByRole('button', { name: 'Report', exact: true }).click();
    await dialog.getByText('Please choose who approved.').waitFor();
    await dialog.getByText('Give the full https address, such as').waitFor();
    expect(await visitor.accessibilityFaults()).toEqual([]);
    await dialog.getByLabel('Who approved').fill('Lou');
    await visitor.page.getByRole('option', { name: /Lou/ }).click();
    await dialog.getByLabel('Channel').fill('chat');
    await dialog.getByLabel('Link to the written approval').fill('https://chat.example.com/message/42');
    await dialog.getByRole('button', { name: 'Report', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    await visitor.become('Lou Larsen');
    await visitor.answer('I did not approve', 'I did not approve', async (asked) => {
      await asked.getByText('received it, and reported it').waitFor();
      await asked.getByLabel('What is not true about the report').fill('I was asleep.');
    });
    await visitor.panel.getByText('said not to have given a reported approval').waitFor();
    await visitor.panel.getByText('“I was asleep.”').waitFor();
    await visitor.panel.getByText('Your approval is needed').waitFor();
    await visitor.picture('28-repudiated');
  });
});
