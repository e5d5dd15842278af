import { beforeEach, describe, expect, it } from '@jest/globals';
import { crashEverywhere } from '../../emulator/forge/crash-points';
import { sealSettingsRow } from '../../src/domain/settings/settings-row';
import { settingsPage, withRules } from '../support/a-settings-page';
import { aSite, type Site } from '../support/a-site';
import { anAdministrator } from '../support/an-administrator';
import { CLOSE, START_DEPLOYMENT } from '../support/a-procedure';
import { onRecord } from '../support/on-record';
import { settingsRecord } from '../support/settings-record';
import { HOUR, MINUTE, timeOf } from '../support/site-time';

const OPS = '10000';
const WORSE = 'An emergency change could get past the rules';
const LOOSER = 'The rules for emergency changes are about to ask less';
const NO_APPROVALS = `gate-missing:emergency-change:${START_DEPLOYMENT}:approvals`;
const NO_CLOSURE = `gate-missing:emergency-change:${CLOSE}:closure`;

let site: Site;
let jo: ReturnType<typeof anAdministrator>;
let page: ReturnType<typeof settingsPage>;
let record: ReturnType<typeof onRecord>;
let settings: ReturnType<typeof settingsRecord>;
let time: ReturnType<typeof timeOf>;
beforeEach(async () => {
  site = await aSite();
  jo = anAdministrator(site);
  page = settingsPage(site);
  record = onRecord(site);
  settings = settingsRecord(site);
  time = timeOf(site);
  await page.administrators('pat', 'sky');
  await page.save('jo', withRules({ followUpWithinBusinessDays: 2 }));
  await time.pass(MINUTE);
});

/** Whether the app has the permission of Jira administrators, without which it reads no workflow of the site. */
function letTheAppRead(may: boolean): void {
  const { globalPermissions } = site.jira.store;
  const others = (globalPermissions.get('ADMINISTER') ?? []).filter((holder) => !('accountId' in holder));
  const app = { accountId: site.forge.identity.appAccountId };
  globalPermissions.set('ADMINISTER', may ? [...others, app] : others);
}

/** The daily check runs once in each. */
const aDay = () => time.pass(24 * HOUR);

const takeOff = (transitionId: string, moduleKey: string) => jo.changeRule(transitionId, moduleKey, () => []);

/** Takes a rule off and answers with what puts it back. */
async function takenOff(transitionId: string, moduleKey: string): Promise<() => Promise<void>> {
  const kept: unknown[] = [];
  await jo.changeTransition(transitionId, ({ validators }) => {
    kept.push(...validators);
    return { validators: validators.filter(({ parameters }) => parameters.key?.endsWith(`/${moduleKey}`) !== true) };
  });
  return () => jo.changeTransition(transitionId, () => ({ validators: kept }));
}

const mailIsDown = (status: number) =>
  site.forge.faults.add({ service: 'jira', operation: '/notify', failure: { kind: 'fail', when: 'before', status } });

const told = () => record.emails(WORSE).map(({ to }) => [...to].sort());

const noticeIssues = () =>
  [...site.jira.store.issues.values()].filter(({ fields }) =>
    String(fields.summary).includes('notices to administrators'),
  );

const comments = () => noticeIssues().flatMap(({ key }) => record.comments(key));

describe('a project whose set-up the app may read', () => {
  beforeEach(() => {
    letTheAppRead(true);
  });

  it('has one check on record while it is sound, and nobody is told', async () => {
    await aDay();
    await aDay();
    await aDay();
    expect(settings.entries('checked')).toEqual([{ kind: 'checked', holes: [], warnings: [], unread: [], worse: [] }]);
    expect(told()).toEqual([]);
    expect(noticeIssues()).toEqual([]);
  });

  it('has a rule that was taken off found the next day, on record and told once', async () => {
    await aDay();
    await takeOff(START_DEPLOYMENT, 'approvals');
    await aDay();
    await aDay();
    expect(settings.entries('checked').slice(1)).toEqual([
      { kind: 'checked', holes: [NO_APPROVALS], warnings: [], unread: [], worse: [NO_APPROVALS] },
    ]);
    expect(settings.entries('told')).toEqual([{ kind: 'told', holes: [NO_APPROVALS] }]);
    expect(told()).toEqual([['pat', 'sky']]);
    expect(record.emails(WORSE)[0]?.text).toContain('Open the notices of this project');
    expect(comments()).toEqual([expect.stringContaining('what was not known before')]);
  });

  it('is told again of a hole that was mended and came back, and of each other hole', async () => {
    const putBack = await takenOff(START_DEPLOYMENT, 'approvals');
    await aDay();
    await takeOff(CLOSE, 'closure');
    await aDay();
    expect(settings.entries('told').map(({ holes }) => holes)).toEqual([[NO_APPROVALS], [NO_CLOSURE]]);
    await putBack();
    await aDay();
    await takeOff(START_DEPLOYMENT, 'approvals');
    await aDay();
    expect(settings.entries('told').map(({ holes }) => holes)).toEqual([[NO_APPROVALS], [NO_CLOSURE], [NO_APPROVALS]]);
    expect(comments()).toHaveLength(3);
    expect(noticeIssues()).toHaveLength(1);
  });

  it.each([403, 500])(
    'has the finding on record while mail is down (%d), and is told as soon as it is not',
    async (status) => {
      await takeOff(START_DEPLOYMENT, 'approvals');
      const up = mailIsDown(status);
      await aDay();
      await aDay();
      expect(settings.entries('checked')).toMatchObject([{ holes: [NO_APPROVALS], worse: [NO_APPROVALS] }]);
      expect(settings.entries('told')).toEqual([]);
      expect(comments()).toEqual([]);
      up();
      await aDay();
      await aDay();
      expect(settings.entries('checked')).toHaveLength(1);
      expect(settings.entries('told')).toHaveLength(1);
      expect(told()).toHaveLength(1);
      expect(comments()).toHaveLength(1);
      expect(noticeIssues()).toHaveLength(1);
    },
  );

  it('is not told again of a hole that could not be read for a while', async () => {
    await takeOff(START_DEPLOYMENT, 'approvals');
    await aDay();
    letTheAppRead(false);
    await aDay();
    letTheAppRead(true);
    await aDay();
    expect(settings.entries('checked').map(({ holes, worse }) => ({ holes, worse }))).toEqual([
      { holes: [NO_APPROVALS], worse: [NO_APPROVALS] },
      { holes: [], worse: [] },
      { holes: [NO_APPROVALS], worse: [] },
    ]);
    expect(told()).toHaveLength(1);
  });

  it('gets its notices on a new issue where the old one was deleted', async () => {
    await takeOff(START_DEPLOYMENT, 'approvals');
    await aDay();
    const [first] = noticeIssues();
    site.jira.store.issues.delete(first?.id ?? '');
    await takeOff(CLOSE, 'closure');
    await aDay();
    expect(told()).toHaveLength(2);
    expect(noticeIssues().map(({ id }) => id)).not.toContain(first?.id);
    expect(comments()).toHaveLength(1);
  });

  it('is told by the e-mail alone where it takes no comments', async () => {
    const project = site.jira.store.projects.get(OPS);
    Object.assign(project ?? {}, { permissions: { ...project?.permissions, ADD_COMMENTS: [] } });
    await takeOff(START_DEPLOYMENT, 'approvals');
    await aDay();
    await aDay();
    expect(told()).toHaveLength(1);
    expect(settings.entries('told')).toHaveLength(1);
    expect(comments()).toEqual([]);
  });
});

describe('a project whose set-up the app may not read', () => {
  beforeEach(() => {
    letTheAppRead(false);
  });

  it('has on record what was not read, and is never called sound', async () => {
    await takeOff(START_DEPLOYMENT, 'approvals');
    await aDay();
    await aDay();
    expect(settings.entries('checked')).toMatchObject([
      { holes: [], worse: [], unread: expect.arrayContaining([expect.stringContaining('Not read: the workflow')]) },
    ]);
    expect(told()).toEqual([]);
  });

  it('has holes in the other parts told to whoever saved last, if the app may not see its administrators', async () => {
    await jo.changeGroup('security-team', { remove: ['sam', 'sky'] });
    await aDay();
    expect(settings.entries('checked')).toMatchObject([{ holes: ['group-empty:security'] }]);
    expect(told()).toEqual([['jo']]);
  });
});

describe('a project that is gone', () => {
  it.each(['in the trash', 'deleted'] as const)('is passed over: %s', async (where) => {
    await page.save('jo', withRules({ followUpWithinBusinessDays: 5 }));
    await jo.rest('DELETE', `/project/OPS?enableUndo=${String(where === 'in the trash')}`);
    await time.pass(MINUTE);
    const before = { rows: settings.rows().length, calls: site.forge.calls.length };
    await site.forge.scheduler.run('daily-set-up-check');
    await time.pass(3 * MINUTE);
    const calls = site.forge.calls.slice(before.calls);
    expect(calls.filter(({ functionKey }) => functionKey === 'project-worker').length).toBeLessThan(10);
    expect(settings.rows()).toHaveLength(before.rows);
  });
});

describe('a loosening that was saved while mail was down', () => {
  it('is announced by the next daily check, and comes into force 24 hours after that', async () => {
    const up = mailIsDown(503);
    await page.save('jo', withRules({ followUpWithinBusinessDays: 5 }));
    await aDay();
    expect(settings.entries('checked')).toHaveLength(1);
    expect(settings.entries('noticed')).toEqual([]);
    up();
    await time.pass(HOUR);
    expect(record.emails(LOOSER).map(({ to }) => [...to].sort())).toEqual([['lee', 'lou', 'sam', 'sky']]);
    const noticedAt = settings.rows().find(({ entry }) => entry.kind === 'noticed')?.at ?? '';
    expect((await page.settings('pat')).waiting).toMatchObject([{ version: 2, noticedAt }]);
    await time.until(new Date(Date.parse(noticedAt) + 24 * HOUR - 1).toISOString());
    expect((await page.settings('pat')).waiting).toHaveLength(1);
    await time.pass(1);
    expect((await page.settings('pat')).waiting).toEqual([]);
    expect(settings.entries('noticed')).toHaveLength(1);
  });
});

const worker = () =>
  site.forge.invoke({
    functionKey: 'project-worker',
    moduleKey: 'project-consumer',
    limitSeconds: 120,
    payload: { body: { projectId: OPS }, jobId: 'j', eventId: 'e', queueName: 'projects' },
  });

describe('several workers at the same moment, as if the queue kept no order', () => {
  beforeEach(async () => {
    letTheAppRead(true);
    const up = mailIsDown(503);
    await page.save('jo', withRules({ followUpWithinBusinessDays: 5 }));
    up();
    await takeOff(START_DEPLOYMENT, 'approvals');
  });
  const allAtOnce = async () => {
    await Promise.all([worker(), worker(), worker(), worker()]);
    await time.pass(MINUTE);
  };

  it('write each row once, and keep one issue for the notices', async () => {
    const project = site.jira.store.projects.get(OPS);
    const { CREATE_ISSUES = [] } = project?.permissions ?? {};
    Object.assign(project ?? {}, { permissions: { ...project?.permissions, DELETE_ISSUES: CREATE_ISSUES } });
    await allAtOnce();
    expect(settings.rows().map(({ entry }) => entry.kind)).toEqual(['saved', 'saved', 'checked', 'told', 'noticed']);
    expect(told().length).toBeGreaterThan(0);
    expect(noticeIssues()).toHaveLength(1);
  });

  it('close the issues that are too many where the app may not delete', async () => {
    await allAtOnce();
    const open = noticeIssues().filter(({ statusId }) => statusId !== DONE);
    expect(open).toHaveLength(1);
    expect(open[0]?.comments.length).toBeGreaterThan(0);
  });
});

/** Of the ordinary workflow. */
const DONE = '3';

describe('a check that is ended at any of its calls', () => {
  it('leaves each row, comment and issue once, and each e-mail at least once, when it is tried again', async () => {
    letTheAppRead(true);
    const up = mailIsDown(503);
    await page.save('jo', withRules({ followUpWithinBusinessDays: 5 }));
    up();
    await takeOff(START_DEPLOYMENT, 'approvals');
    const start = site.whole.snapshot();
    const points = await crashEverywhere({
      forge: site.forge,
      functionKey: 'project-worker',
      startOver: () => {
        site.whole.restore(start);
      },
      scenario: async () => {
        await site.forge.scheduler.run('daily-set-up-check');
        await time.pass(5 * MINUTE);
      },
      check: () => {
        expect(settings.rows().map(({ entry }) => entry.kind)).toEqual([
          'saved',
          'saved',
          'checked',
          'told',
          'noticed',
        ]);
        expect([1, 2]).toContain(told().length);
        expect([1, 2]).toContain(record.emails(LOOSER).length);
        expect(noticeIssues()).toHaveLength(1);
        expect(comments()).toHaveLength(2);
      },
    });
    expect(points.length).toBeGreaterThan(40);
  });
});

describe('a site with many projects', () => {
  /** Past the run of this day. */
  beforeEach(() => time.pass(10 * MINUTE));

  /** As many more projects with settings, which the app sees no more. */
  const addProjects = async (count: number) => {
    const [first] = settings.rows();
    if (first === undefined) throw new Error('Nothing was saved.');
    const { at: now, actor, commandId, entry } = first;
    for (let n = 0; n < count; n += 1) {
      const projectId = String(20_000 + n);
      const row = sealSettingsRow({ projectId, now, actor, commandId, entry }, undefined);
      settingsRecord(site, projectId).put(1, row);
    }
    await time.standStill(MINUTE);
  };
  const checks = async (minutes: number) => {
    const before = site.forge.calls.length;
    const { outcome } = await site.forge.scheduler.run('daily-set-up-check');
    expect(outcome?.kind).toBe('returned');
    const asking = site.forge.calls.length - before;
    await time.pass(minutes * MINUTE);
    const calls = site.forge.calls.slice(before).filter(({ functionKey }) => functionKey === 'project-worker');
    return { asking, calls: calls.length, runs: new Set(calls.map(({ invocationId }) => invocationId)).size };
  };

  it('has one message for each, and takes work in proportion to their number', async () => {
    await addProjects(99);
    expect(await checks(1)).toMatchObject({ asking: 3, runs: 100 });
    await addProjects(299);
    const { asking, calls, runs } = await checks(1);
    expect({ asking, runs }).toEqual({ asking: 9, runs: 300 });
    expect(calls).toBeLessThan(300 * 5);
  });

  it('has the rest asked for a little later where they are more than the queue takes in a minute', async () => {
    await addProjects(449);
    const { asking, runs } = await checks(2);
    expect({ asking, runs }).toEqual({ asking: 14, runs: 451 });
  });
});
