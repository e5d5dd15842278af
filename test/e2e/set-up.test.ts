import { describe, expect } from '@jest/globals';
import { browserTests } from '../support/in-browser';
import { aVisitor } from './a-visitor';
import {
  countClicks,
  startCounting,
  clicksOf,
  LONG,
  openSitePageOf,
  createProject,
  takeKindFieldOffScreens,
  setUp,
  firstChange,
  post,
} from './at-the-site-page';
import { startSite } from './start-command';

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

  journey('an engineer declares the first change, sees it blocked and let through, with 10 clicks', async (at) => {
    const erin = await aVisitor(at, url);
    const other = await aVisitor(at, url);
    await countClicks(erin);
    await erin.page.goto('/');
    await other.page.goto('/');
    await erin.become('Erin');
    await startCounting(erin);
    await firstChange(erin, other, 'Web shop');
    expect(await clicksOf(erin)).toBe(10);
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
    await app.getByRole('spinbutton').first().fill('2');
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
