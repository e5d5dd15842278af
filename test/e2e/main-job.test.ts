import { describe, expect } from '@jest/globals';
import { browserTests } from '../support/in-browser';
import { aVisitor } from './a-visitor';
import { type StartedSite, startSite } from './start-command';

let site: StartedSite;

const journey = browserTests(async () => {
  site = await startSite();
  return site.stop;
});

describe('in the browser', () => {
  journey(
    'an emergency change is blocked until a lead and security have approved it, and then let through',
    async (at) => {
      const erin = await aVisitor(at, site.url);
      await erin.page.goto('/');
      await erin.page.getByRole('heading', { name: 'What to try first' }).waitFor();
      await erin.picture('01-start');
      await erin.page.goto('/issues');
      await erin.page.getByRole('link', { name: 'OPS-1', exact: true }).waitFor();
      await erin.picture('02-issues');

      const key = await erin.createEmergencyChange('Search is down for all customers', 'Service outage');
      await erin.panel.getByText('Waiting for both approvals').waitFor();
      await erin.picture('03-created');
      expect(await erin.accessibilityFaults()).toEqual([]);

      await erin.startDeployment();
      const refusal = erin.page.getByRole('dialog').getByRole('alert');
      await refusal.getByText(/Approval by an Engineering Lead is missing/).waitFor();
      await refusal.getByText(/Approval by a member of the Security Team is missing/).waitFor();
      await erin.picture('04-refused');
      await erin.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

      const lee = await aVisitor(at, site.url);
      await lee.page.goto('/');
      await lee.become('Lee Lindt');
      await lee.look(key);
      await lee.panel.getByText('Your approval is needed').waitFor();
      await lee.approve('Engineering Lead', 'The fix is small. Go.');
      await lee.panel.getByText('“The fix is small. Go.”').waitFor();
      await lee.picture('05-approved-by-lead');

      // Erin's page was not reloaded: it follows by itself.
      await erin.panel.getByText('Lee Lindt').waitFor();
      await erin.panel.getByText('Waiting for one approval').waitFor();

      await lee.become('Sam Sato');
      await lee.approve('Security Team', 'No new risk.');
      await erin.panel.getByText('Waiting for the reviews').waitFor();
      await lee.become('Pat Peters');
      await lee.passReview('peer');
      await lee.become('Sky Stone');
      await lee.passReview('security');
      await erin.panel.getByText('Cleared for deployment').waitFor();
      await erin.picture('06-cleared');
      await erin.startDeployment();
      await erin.page.getByRole('button', { name: 'Status: Deploying. Change status' }).waitFor();
      await erin.panel.getByText('The deployment is under way').first().waitFor();
      await erin.page.getByRole('tab', { name: 'History' }).click();
      await erin.page.getByText('Changed status from “Identified” to “Deploying”').waitFor();
      await erin.picture('07-deploying');
      expect([...erin.complaints, ...lee.complaints]).toEqual([]);
    },
  );

  journey('who looks sees what he can do, and a refusal says why', async (at) => {
    const visitor = await aVisitor(at, site.url);
    await visitor.page.goto('/');
    const key = await visitor.createEmergencyChange('Data of two tenants is mixed', 'Data corruption');
    await visitor.become('Ada Adler');
    await visitor.panel.getByText('Waiting for both approvals').waitFor();
    const buttons = await visitor.panel.getByRole('button').allTextContents();
    expect(buttons.filter((words) => !/^(Show|Hide) /.test(words))).toEqual([]);
    await visitor.become('Mal Moss');
    await visitor.page.getByText('Issue does not exist or you do not have permission to see it.').waitFor();
    await visitor.picture('08-no-access');
    await visitor.become('Jo Jansen');
    await visitor.panel.getByText('The peer review is needed').waitFor();
    expect(await visitor.panel.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    expect(key).toMatch(/^OPS-\d+$/);
  });

  journey('an approver sees the new content before he can approve it', async (at) => {
    const erin = await aVisitor(at, site.url);
    await erin.page.goto('/');
    const key = await erin.createEmergencyChange('Restart the mail server', 'Service outage');
    const lee = await aVisitor(at, site.url);
    await lee.page.goto('/');
    await lee.become('Lee Lindt');
    await lee.look(key);
    await lee.panel.getByRole('button', { name: 'Approve as Engineering Lead' }).click();
    const dialog = lee.page.getByRole('dialog');
    await dialog.getByText('Restart the mail server').waitFor();
    await dialog.getByLabel('Comment').fill('Fine.');

    await erin.page.getByRole('button', { name: 'Edit summary' }).click();
    await erin.page.getByRole('textbox', { name: 'Summary' }).fill('Delete the mail server');
    await erin.page.keyboard.press('Enter');
    await erin.page.getByRole('heading', { name: 'Delete the mail server' }).waitFor();

    await dialog.getByRole('button', { name: 'Approve' }).click();
    await dialog.getByText('The change was edited while you were looking at it.').waitFor();
    await dialog.getByText('Delete the mail server').waitFor();
    expect(await dialog.getByLabel('Comment').inputValue()).toBe('Fine.');
    await lee.picture('09-content-changed');
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await lee.approve('Engineering Lead', 'Now I know.');
    await erin.page.getByRole('button', { name: 'Edit summary' }).click();
    await erin.page.getByRole('textbox', { name: 'Summary' }).fill('Move the mail server');
    await erin.page.keyboard.press('Enter');
    await erin.panel.getByText('was “Delete the mail server”, is now “Move the mail server”').waitFor();
    await erin.picture('10-stale');
  });

  journey('a rejection stands until it is overridden with a reason; an approval can be withdrawn', async (at) => {
    const visitor = await aVisitor(at, site.url);
    await visitor.page.goto('/');
    await visitor.createEmergencyChange('Open the firewall', 'Major customer impact');
    const decide = async (button: string, text: string) => {
      await visitor.panel.getByRole('button', { name: button }).first().click();
      const dialog = visitor.page.getByRole('dialog');
      await dialog.getByRole('button', { name: button }).click();
      await dialog.getByText('Please give a reason.').waitFor();
      await dialog.getByLabel('Reason').fill(text);
      await dialog.getByRole('button', { name: button }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await visitor.become('Sam Sato');
    await decide('Reject', 'Far too wide.');
    await visitor.panel.getByText('The change was rejected').waitFor();
    await visitor.picture('11-rejected');
    await visitor.become('Sky Stone');
    await decide('Override the rejection', 'Narrowed to one host.');
    await visitor.approve('Security Team', '');
    await visitor.panel.getByText('Sky Stone').waitFor();
    await decide('Withdraw my approval', 'I looked at the wrong host.');
    await visitor.panel.getByText('Your approval is needed').waitFor();
  });

  journey('the proposed change is recorded in the panel, with errors beside the fields', async (at) => {
    const visitor = await aVisitor(at, site.url);
    await visitor.page.goto('/');
    await visitor.createEmergencyChange('Patch the login', 'Security vulnerability');
    await visitor.panel.getByRole('button', { name: 'Record the proposed change' }).click();
    const dialog = visitor.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dialog.getByText('Give the full https address, such as').waitFor();
    await dialog.getByText('Please give the revision that will be deployed.').waitFor();
    await dialog.getByLabel('Link to the pull request').fill('pull/42');
    await dialog.getByLabel('Revision').fill('c0ffee1');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dialog.getByText('Give the full https address, such as').waitFor();
    await visitor.picture('12-proposed-change');
    await dialog.getByLabel('Link to the pull request').fill('https://git.example.com/shop/pull/42');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await visitor.panel.getByRole('link', { name: /pull\/42/ }).waitFor();
  });

  journey('it can be used in the dark, in a narrow window, and by keyboard', async (at) => {
    const narrow = await aVisitor(at, site.url, { width: 380, height: 800, dark: true });
    await narrow.look('OPS-11');
    await narrow.picture('13-narrow-dark');
    const overflow = await narrow.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    expect(await narrow.accessibilityFaults()).toEqual([]);

    const keys = await aVisitor(at, site.url);
    await keys.page.goto('/');
    await keys.become('Sam Sato');
    await keys.look('OPS-11');
    await keys.panel.getByRole('button', { name: 'Approve for the Security Team' }).focus();
    await keys.page.keyboard.press('Enter');
    const dialog = keys.page.getByRole('dialog');
    await dialog.waitFor();
    expect(await keys.accessibilityFaults()).toEqual([]);
    await keys.picture('14-approve-dialog');
    await keys.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
