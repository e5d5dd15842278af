import { beforeEach, describe, expect, it } from '@jest/globals';
import { aCheckedSite, type CheckedSite } from '../support/a-checked-site';
import { withRules } from '../support/a-settings-page';
import { CLOSE, START_DEPLOYMENT } from '../support/a-procedure';
import { HOUR, MINUTE } from '../support/site-time';

const OPS = '10000';
const NO_APPROVALS = `gate-missing:emergency-change:${START_DEPLOYMENT}:approvals`;
const NO_CLOSURE = `gate-missing:emergency-change:${CLOSE}:closure`;

let on: CheckedSite;
beforeEach(async () => {
  on = await aCheckedSite();
});

/** Takes a rule off and answers with what puts it back. */
async function takenOff(transitionId: string, moduleKey: string): Promise<() => Promise<void>> {
  const kept: unknown[] = [];
  await on.jo.changeTransition(transitionId, ({ validators }) => {
    kept.push(...validators);
    return { validators: validators.filter(({ parameters }) => parameters.key?.endsWith(`/${moduleKey}`) !== true) };
  });
  return () => on.jo.changeTransition(transitionId, () => ({ validators: kept }));
}

describe('a project whose set-up the app may read', () => {
  beforeEach(() => {
    on.letTheAppRead(true);
  });

  it('has one check on record while it is sound, and nobody is told', async () => {
    await on.aDay();
    await on.aDay();
    await on.aDay();
    expect(on.settings.entries('checked')).toEqual([
      { kind: 'checked', holes: [], warnings: [], unread: [], worse: [] },
    ]);
    expect(on.told()).toEqual([]);
    expect(on.noticeIssues()).toEqual([]);
  });

  it('has a rule that was taken off found the next day, on record and told once', async () => {
    await on.aDay();
    await on.takeOff(START_DEPLOYMENT, 'approvals');
    await on.aDay();
    await on.aDay();
    expect(on.settings.entries('checked').slice(1)).toEqual([
      { kind: 'checked', holes: [NO_APPROVALS], warnings: [], unread: [], worse: [NO_APPROVALS] },
    ]);
    expect(on.settings.entries('told')).toEqual([{ kind: 'told', holes: [NO_APPROVALS] }]);
    expect(on.told()).toEqual([['pat', 'sky']]);
    expect(on.record.emails()[0]?.text).toContain('Open the notices of this project');
    expect(on.comments()).toEqual([expect.stringContaining('what was not known before')]);
  });

  it('is told again of a hole that was mended and came back, and of each other hole', async () => {
    const putBack = await takenOff(START_DEPLOYMENT, 'approvals');
    await on.aDay();
    await on.takeOff(CLOSE, 'closure');
    await on.aDay();
    expect(on.settings.entries('told').map(({ holes }) => holes)).toEqual([[NO_APPROVALS], [NO_CLOSURE]]);
    await putBack();
    await on.aDay();
    await on.takeOff(START_DEPLOYMENT, 'approvals');
    await on.aDay();
    expect(on.settings.entries('told').map(({ holes }) => holes)).toEqual([
      [NO_APPROVALS],
      [NO_CLOSURE],
      [NO_APPROVALS],
    ]);
    expect(on.comments()).toHaveLength(3);
    expect(on.noticeIssues()).toHaveLength(1);
  });

  it.each([403, 500])(
    'has the finding on record while mail is down (%d), and is told as soon as it is not',
    async (status) => {
      await on.takeOff(START_DEPLOYMENT, 'approvals');
      const up = on.mailIsDown(status);
      await on.aDay();
      await on.aDay();
      expect(on.settings.entries('checked')).toMatchObject([{ holes: [NO_APPROVALS], worse: [NO_APPROVALS] }]);
      expect(on.settings.entries('told')).toEqual([]);
      expect(on.comments()).toEqual([]);
      up();
      await on.aDay();
      await on.aDay();
      expect(on.settings.entries('checked')).toHaveLength(1);
      expect(on.settings.entries('told')).toHaveLength(1);
      expect(on.told()).toHaveLength(1);
      expect(on.comments()).toHaveLength(1);
      expect(on.noticeIssues()).toHaveLength(1);
    },
  );

  it('is not told again of a hole that could not be read for a while', async () => {
    await on.takeOff(START_DEPLOYMENT, 'approvals');
    await on.aDay();
    on.letTheAppRead(false);
    await on.aDay();
    on.letTheAppRead(true);
    await on.aDay();
    expect(on.settings.entries('checked').map(({ holes, worse }) => ({ holes, worse }))).toEqual([
      { holes: [NO_APPROVALS], worse: [NO_APPROVALS] },
      { holes: [], worse: [] },
      { holes: [NO_APPROVALS], worse: [] },
    ]);
    expect(on.told()).toHaveLength(1);
  });

  it('gets its notices on a new issue where the old one was deleted', async () => {
    await on.takeOff(START_DEPLOYMENT, 'approvals');
    await on.aDay();
    const [first] = on.noticeIssues();
    on.site.jira.store.issues.delete(first?.id ?? '');
    await on.takeOff(CLOSE, 'closure');
    await on.aDay();
    expect(on.told()).toHaveLength(2);
    expect(on.noticeIssues().map(({ id }) => id)).not.toContain(first?.id);
    expect(on.comments()).toHaveLength(1);
  });

  it('is told by the e-mail alone where it takes no comments', async () => {
    const project = on.site.jira.store.projects.get(OPS);
    Object.assign(project ?? {}, { permissions: { ...project?.permissions, ADD_COMMENTS: [] } });
    await on.takeOff(START_DEPLOYMENT, 'approvals');
    await on.aDay();
    await on.aDay();
    expect(on.told()).toHaveLength(1);
    expect(on.settings.entries('told')).toHaveLength(1);
    expect(on.comments()).toEqual([]);
  });
});

describe('a project whose set-up the app may not read', () => {
  beforeEach(() => {
    on.letTheAppRead(false);
  });

  it('has on record what was not read, and is never called sound', async () => {
    await on.takeOff(START_DEPLOYMENT, 'approvals');
    await on.aDay();
    await on.aDay();
    expect(on.settings.entries('checked')).toMatchObject([
      { holes: [], worse: [], unread: expect.arrayContaining([expect.stringContaining('Not read: the workflow')]) },
    ]);
    expect(on.told()).toEqual([]);
  });

  it('has holes in the other parts told to whoever saved last, if the app may not see its administrators', async () => {
    await on.jo.changeGroup('security-team', { remove: ['sam', 'sky'] });
    await on.aDay();
    expect(on.settings.entries('checked')).toMatchObject([{ holes: ['group-empty:security'] }]);
    expect(on.told()).toEqual([['jo']]);
  });
});

describe('a project that is gone', () => {
  it.each(['in the trash', 'deleted'] as const)('is passed over: %s', async (where) => {
    await on.page.save('jo', withRules({ followUpWithinBusinessDays: 5 }));
    await on.jo.rest('DELETE', `/project/OPS?enableUndo=${String(where === 'in the trash')}`);
    await on.time.pass(MINUTE);
    const before = { rows: on.settings.rows().length, calls: on.site.forge.calls.length };
    await on.site.forge.scheduler.run('daily-set-up-check');
    await on.time.pass(3 * MINUTE);
    const calls = on.site.forge.calls.slice(before.calls);
    expect(calls.filter(({ functionKey }) => functionKey === 'project-worker').length).toBeLessThan(10);
    expect(on.settings.rows()).toHaveLength(before.rows);
  });
});

describe('a loosening that was saved while mail was down', () => {
  it('is announced by the next daily check, and comes into force 24 hours after that', async () => {
    const up = on.mailIsDown(503);
    await on.page.save('jo', withRules({ followUpWithinBusinessDays: 5 }));
    await on.aDay();
    expect(on.settings.entries('checked')).toHaveLength(1);
    expect(on.settings.entries('noticed')).toEqual([]);
    up();
    await on.time.pass(HOUR);
    expect(on.toldOfLooser()).toEqual([['lee', 'lou', 'sam', 'sky']]);
    const noticedAt = on.settings.rows().find(({ entry }) => entry.kind === 'noticed')?.at ?? '';
    expect((await on.page.settings('pat')).waiting).toMatchObject([{ version: 2, noticedAt }]);
    await on.time.until(new Date(Date.parse(noticedAt) + 24 * HOUR - 1).toISOString());
    expect((await on.page.settings('pat')).waiting).toHaveLength(1);
    await on.time.pass(1);
    expect((await on.page.settings('pat')).waiting).toEqual([]);
    expect(on.settings.entries('noticed')).toHaveLength(1);
  });
});
