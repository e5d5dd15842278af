import { beforeEach, describe, expect, it } from '@jest/globals';
import { createIssue, ERIN, type FixtureSite, fixtureSite, LEE, MAL } from './fixtures/site';

const JO = '712020:jo';
const ADA = '712020:ada';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
});

describe('pages of the app', () => {
  const kinds = ['jira:projectPage', 'jira:projectSettingsPage', 'jira:adminPage', 'jira:globalPage'] as const;
  const shownTo = (accountId: string) =>
    kinds
      .flatMap((kind) => site.forge.modules.of(kind, { accountId, project: 'OPS' }))
      .map(({ moduleKey }) => moduleKey);

  it.each([
    { who: ERIN, pages: ['fixture-report', 'fixture-everywhere'] },
    { who: ADA, pages: ['fixture-report', 'fixture-everywhere'] },
    { who: JO, pages: ['fixture-report', 'fixture-settings', 'fixture-admin', 'fixture-everywhere'] },
    { who: MAL, pages: ['fixture-everywhere'] },
  ])('are there for those who may be where they stand: $who', ({ who, pages }) => {
    expect(shownTo(who)).toEqual(pages);
  });

  it('say how they are drawn, and from which resource', () => {
    expect(site.forge.modules.of('jira:projectPage', { accountId: ERIN, project: '10000' })).toEqual([
      {
        kind: 'jira:projectPage',
        moduleKey: 'fixture-report',
        title: 'Fixture report',
        resourceKey: 'report-ui',
        render: 'custom',
      },
    ]);
    expect(site.forge.modules.named('fixture-settings')).toMatchObject({
      kind: 'jira:projectSettingsPage',
      render: 'native',
      icon: 'resource:assets;icon.svg',
    });
    expect(site.forge.modules.named('no-such-page')).toBeUndefined();
  });

  it.each([
    { moduleKey: 'fixture-report', extension: { type: 'jira:projectPage', project: { id: '10000', key: 'OPS' } } },
    { moduleKey: 'fixture-settings', extension: { type: 'jira:projectSettingsPage', project: { key: 'OPS' } } },
    { moduleKey: 'fixture-admin', extension: { type: 'jira:adminPage' } },
    { moduleKey: 'fixture-everywhere', extension: { type: 'jira:globalPage' } },
  ])('know where they stand: $moduleKey', ({ moduleKey, extension }) => {
    const context = site.forge.modules.context(moduleKey, { accountId: JO, project: 'OPS' });
    expect(context).toMatchObject({ accountId: JO, moduleKey, extension });
    expect(context.extension.location).toMatch(/^http:\/\/127\.0\.0\.1:4000\/jira\//);
  });

  it('call their resolver with that context, for nobody who may not be there', async () => {
    const call = { moduleKey: 'fixture-settings', project: 'OPS', functionKey: 'context', payload: {} };
    const { outcome } = await site.forge.modules.invoke({ ...call, accountId: JO });
    expect(outcome).toMatchObject({
      value: { moduleKey: 'fixture-settings', context: { accountId: JO, extension: { project: { key: 'OPS' } } } },
    });
    await expect(site.forge.modules.invoke({ ...call, accountId: ERIN })).rejects.toThrow('There is no project');
    expect(site.forge.invocations).toHaveLength(1);
  });

  it('beside an issue are there without being added', async () => {
    const issue = await createIssue(site, ERIN, 'Task');
    const beside = (accountId: string) => site.forge.modules.of('jira:issueContext', { accountId, issue });
    expect(beside(LEE)).toHaveLength(1);
    expect(beside(MAL)).toHaveLength(0);
  });
});

describe('custom fields of the app', () => {
  it('are read from the manifest', () => {
    expect(site.forge.manifest.customFields).toEqual([
      expect.objectContaining({ key: 'fixture-state', type: 'object', readOnly: true, collection: 'none' }),
    ]);
    expect(site.forge.log.unmodelled).not.toContainEqual(
      expect.objectContaining({ what: expect.stringContaining('jira:customField') }),
    );
  });
});

describe('the rule on a change of work type', () => {
  const ask = (summary: string | null, newIssueTypeId: string) =>
    site.forge.askActionValidator({
      action: 'workItemTypeChanged',
      issueId: '10000',
      newIssueTypeId,
      expressionContext: summary === null ? {} : { issue: { summary } },
    });

  it('lets through, or blocks with its own words', async () => {
    expect(await ask('Go', '10011')).toEqual({ kind: 'passed' });
    expect(await ask('Stay', '10011')).toEqual({ kind: 'blocked', message: 'This work item keeps its type.' });
    expect(await ask('Go', '10012')).toMatchObject({ kind: 'blocked' });
  });

  it('that cannot be evaluated blocks nobody, and is noted', async () => {
    expect(await ask(null, '10011')).toEqual({ kind: 'passed' });
    expect(site.forge.log.notices).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('action validator keep-type failed') }),
    );
  });

  it('on another action is never asked, and that is recorded', () => {
    expect(site.forge.log.unmodelled).toContainEqual(
      expect.objectContaining({ what: expect.stringContaining('workItemMoved is never asked') }),
    );
  });
});
