import { beforeEach, describe, expect, it } from '@jest/globals';
import { crashEverywhere } from '../../emulator/forge/crash-points';
import { sealSettingsRow } from '../../src/domain/settings/settings-row';
import { aCheckedSite, type CheckedSite } from '../support/a-checked-site';
import { START_DEPLOYMENT } from '../support/a-procedure';
import { withRules } from '../support/a-settings-page';
import { settingsRecord } from '../support/settings-record';
import { MINUTE } from '../support/site-time';

const OPS = '10000';

let on: CheckedSite;
beforeEach(async () => {
  on = await aCheckedSite();
});

const worker = () =>
  on.site.forge.invoke({
    functionKey: 'project-worker',
    moduleKey: 'project-consumer',
    limitSeconds: 120,
    payload: { body: { projectId: OPS }, jobId: 'j', eventId: 'e', queueName: 'projects' },
  });

describe('several workers at the same moment, as if the queue kept no order', () => {
  beforeEach(async () => {
    on.letTheAppRead(true);
    const up = on.mailIsDown(503);
    await on.page.save('jo', withRules({ followUpWithinBusinessDays: 5 }));
    up();
    await on.takeOff(START_DEPLOYMENT, 'approvals');
  });
  const allAtOnce = async () => {
    // No worker finds by a search what another has just made.
    on.site.jira.searchIndex.lag = 30_000;
    await Promise.all([worker(), worker(), worker(), worker()]);
    await on.time.pass(MINUTE);
  };

  it('write each row once, and keep one issue for the notices', async () => {
    const project = on.site.jira.store.projects.get(OPS);
    const { CREATE_ISSUES = [] } = project?.permissions ?? {};
    Object.assign(project ?? {}, { permissions: { ...project?.permissions, DELETE_ISSUES: CREATE_ISSUES } });
    await allAtOnce();
    expect(on.settings.rows().map(({ entry }) => entry.kind)).toEqual(['saved', 'saved', 'checked', 'told', 'noticed']);
    expect(on.told().length).toBeGreaterThan(0);
    expect(on.noticeIssues()).toHaveLength(1);
  });

  it('close the issues that are too many where the app may not delete', async () => {
    await allAtOnce();
    const open = on.noticeIssues().filter(({ statusId }) => statusId !== DONE);
    expect(open).toHaveLength(1);
    expect(open[0]?.comments.length).toBeGreaterThan(0);
  });
});

/** Of the ordinary workflow. */
const DONE = '3';

describe('a check that is ended at any of its calls', () => {
  it('leaves each row, comment and issue once, and each e-mail at least once, when it is tried again', async () => {
    on.letTheAppRead(true);
    const up = on.mailIsDown(503);
    await on.page.save('jo', withRules({ followUpWithinBusinessDays: 5 }));
    up();
    await on.takeOff(START_DEPLOYMENT, 'approvals');
    const start = on.site.whole.snapshot();
    const points = await crashEverywhere({
      forge: on.site.forge,
      functionKey: 'project-worker',
      startOver: () => {
        on.site.whole.restore(start);
      },
      scenario: async () => {
        await on.site.forge.scheduler.run('daily-set-up-check');
        await on.time.pass(5 * MINUTE);
      },
      check: () => {
        expect(on.settings.rows().map(({ entry }) => entry.kind)).toEqual([
          'saved',
          'saved',
          'checked',
          'told',
          'noticed',
        ]);
        expect([1, 2]).toContain(on.told().length);
        expect([1, 2]).toContain(on.toldOfLooser().length);
        expect(on.noticeIssues()).toHaveLength(1);
        expect(on.comments()).toHaveLength(2);
      },
    });
    expect(points.length).toBeGreaterThan(40);
  });
});

describe('a site with many projects', () => {
  /** Past the run of this day. */
  beforeEach(() => on.time.pass(10 * MINUTE));

  /** As many more projects with settings, which the app sees no more. */
  const addProjects = async (count: number) => {
    const [first] = on.settings.rows();
    if (first === undefined) throw new Error('Nothing was saved.');
    const { at: now, actor, commandId, entry } = first;
    for (let n = 0; n < count; n += 1) {
      const projectId = String(20_000 + n);
      const row = sealSettingsRow({ projectId, now, actor, commandId, entry }, undefined);
      settingsRecord(on.site, projectId).put(1, row);
    }
    await on.time.standStill(MINUTE);
  };
  const checks = async (minutes: number) => {
    const before = on.site.forge.calls.length;
    const { outcome } = await on.site.forge.scheduler.run('daily-set-up-check');
    expect(outcome?.kind).toBe('returned');
    const asking = on.site.forge.calls.length - before;
    await on.time.pass(minutes * MINUTE);
    const calls = on.site.forge.calls.slice(before).filter(({ functionKey }) => functionKey === 'project-worker');
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
