import { describe, expect, it } from '@jest/globals';
import { crashAt, crashPointsOf } from '../../emulator/forge/crash-points';
import { PAY } from '../../emulator/jira/site/existing-site';
import type { SettingsDraft } from '../../src/api-settings';
import { settingsPage } from '../support/a-settings-page';
import { aNewProject, aSiteOf, setUpPage, statesOf } from '../support/a-set-up';
import type { Site } from '../support/a-site';

/**
 * Each step of the set-up, ended before and after each of its writes. Then somebody goes on: everything is there, and
 * nothing twice.
 */
const FUNCTION = 'site-settings';

const isWrite = (what: string) =>
  /kvs (set|entity\/set)|jira (POST|PUT)/.test(what) && !/\/(workflows|read|jql|check)$/.test(what);

/** What the site has, by name, so that what was made twice is seen. */
function names({ jira: { store } }: Site) {
  const sorted = (map: ReadonlyMap<string, { readonly name: string }>) =>
    [...map.values()].map(({ name }) => name).sort();
  const project = [...store.projects.values()][0];
  return {
    types: sorted(store.issueTypes),
    fields: sorted(store.fields),
    options: [...store.fields.values()].map(({ options }) => options.map(({ value }) => value)),
    limited: [...store.fieldTypeIds],
    statuses: sorted(store.statuses),
    workflows: [...store.workflows.values()].map(({ name, transitions }) => [
      name,
      transitions.map(({ validators }) => validators.length),
    ]),
    workflowSchemes: sorted(store.workflowSchemes),
    typeSchemes: sorted(store.issueTypeSchemes),
    filters: sorted(store.filters),
    screens: [...store.screens.values()].map(({ tabs }) => tabs.map(({ fieldIds }) => [...fieldIds].sort())),
    scheme: store.workflowSchemes.get(project?.workflowSchemeId ?? '')?.name,
    typeScheme: store.issueTypeSchemes.get(project?.issueTypeSchemeId ?? '')?.name,
  };
}

const paymentChanges = (draft: SettingsDraft): SettingsDraft => ({
  ...draft,
  workType: 'Payment Change',
  statuses: { deploying: ['Rolling out'], deployed: ['Live'], closed: ['Closed'], cancelled: ['Dropped'] },
});

const SITES = [
  {
    name: 'a new project',
    prepare: async () => {
      const site = await aSiteOf('empty');
      return { site, projectId: await aNewProject(site, 'OPS') };
    },
    atLeast: 40,
  },
  {
    name: 'a project with issues, for a work type of its own',
    prepare: async () => {
      const site = await aSiteOf('existing');
      await settingsPage(site, 'PAY').save('jo', paymentChanges);
      return { site, projectId: PAY.projectId };
    },
    atLeast: 20,
  },
  {
    name: 'a project with issues, for a new work type',
    prepare: async () => ({ site: await aSiteOf('existing'), projectId: PAY.projectId }),
    atLeast: 40,
  },
];

describe.each(SITES)('the set-up of $name', ({ prepare, atLeast }) => {
  it('ends the same wherever a step of it was ended', async () => {
    const { site, projectId } = await prepare();
    const page = setUpPage(site, projectId);
    const start = site.whole.snapshot();
    const steps = await page.runAll();
    const whole = names(site);
    site.whole.restore(start);
    let tried = 0;
    for (const stepId of steps) {
      const before = site.whole.snapshot();
      const seen = site.forge.calls.length;
      await page.run('jo', stepId);
      const points = crashPointsOf(site.forge.calls.slice(seen), FUNCTION).filter(({ what }) => isWrite(what));
      const after = site.whole.snapshot();
      for (const point of points) {
        site.whole.restore(before);
        const stop = crashAt(site.forge.faults, point);
        await expect(page.run('jo', stepId)).rejects.toThrow('ended by the platform');
        stop();
        await page.runAll();
        const where = `${stepId}, ${point.when} call ${point.call} (${point.what})`;
        expect({ where, names: names(site), states: [...new Set(Object.values(statesOf(await page.plan())))] }).toEqual(
          {
            where,
            names: whole,
            states: ['there'],
          },
        );
        tried += 1;
      }
      site.whole.restore(after);
    }
    expect(tried).toBeGreaterThanOrEqual(atLeast);
  });
});
