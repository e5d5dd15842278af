import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { siteSeed } from '../../emulator/demo/site-seeds';
import { known } from '../../emulator/jira/store';
import { aFixtureEmulator } from './support/a-fixture-emulator';

const beginningOf = (seed: string) => {
  const beginning = siteSeed(seed);
  if (beginning === undefined) throw new Error(`There is no seed ${seed}.`);
  return { beginning };
};
const siteFrom = (seed: string) => aFixtureEmulator(beginningOf(seed));

describe('a new site', () => {
  it('is empty when it begins from `empty`', async () => {
    const { jira } = await siteFrom('empty');
    expect(jira.store.projects.size).toBe(0);
    expect(jira.store.issues.size).toBe(0);
  });

  it('has 40 issues in project PAY, in every status of its own workflow, when it begins from `existing`', async () => {
    const { jira } = await siteFrom('existing');
    const issues = [...jira.store.issues.values()];
    expect(issues.map(({ key }) => key)).toEqual(Array.from({ length: 40 }, (_, index) => `PAY-${index + 1}`));
    const statuses = new Set(issues.map(({ statusId }) => known(jira.store.statuses, statusId).name));
    expect([...statuses]).toEqual(
      expect.arrayContaining(['Proposed', 'Assessed', 'Rolling out', 'Live', 'Dropped', 'To Do']),
    );
  });

  it('has as many issues as were asked for, the same each time, when it begins from `large:N`', async () => {
    const first = await siteFrom('large:500');
    const second = await siteFrom('large:500');
    expect(first.jira.store.issues.size).toBe(500);
    expect([...second.jira.store.issues]).toEqual([...first.jira.store.issues]);
    expect((await first.rest('erin', 'GET', '/issue/OPS-20')).status).toBe(200);
    await first.open();
    expect(first.jira.store.issues.size).toBe(501);
  });

  it('is the same demo site each time, down to what the app stored', async () => {
    const demoSite = async () => {
      const appRoot = join(__dirname, '../..');
      const { whole } = await aFixtureEmulator({ appRoot, ...beginningOf('demo') });
      return JSON.stringify(whole.snapshot());
    };
    expect(await demoSite()).toBe(await demoSite());
  });

  it.each([{ seed: 'large:0' }, { seed: 'large:x' }, { seed: 'large:1000000' }, { seed: 'nothing' }])(
    'is not made from $seed',
    ({ seed }) => {
      expect(siteSeed(seed)).toBeUndefined();
    },
  );
});
