import { beforeEach, describe, expect, it } from '@jest/globals';
import { PAY } from '../../emulator/jira/site/existing-site';
import { aSiteOf, setUpPage } from '../support/a-set-up';
import type { Site } from '../support/a-site';

const states = (steps: readonly { readonly stepId: string; readonly state: string }[]) =>
  Object.fromEntries(steps.map(({ stepId, state }) => [stepId, state]));

describe('a new project on an empty site', () => {
  let site: Site;
  let page: ReturnType<typeof setUpPage>;
  beforeEach(async () => {
    site = await aSiteOf('empty');
    await site.rest('jo', 'POST', '/project', {
      key: 'OPS',
      name: 'Operations',
      projectTypeKey: 'software',
      projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
      leadAccountId: '712020:lee',
    });
    page = setUpPage(site, '10000');
  });

  it('is set up step by step, and a second run finds nothing to do', async () => {
    await page.runAll();
    console.log(JSON.stringify(await page.plan(), null, 1));
    console.log(site.forge.calls.filter(({ status }) => (status ?? 0) >= 400).map(({ operation, status }) => `${operation} ${status}`).join('\n'));
    const done = await page.plan();
    expect(states(done.steps)).toEqual({});
    expect(done.complete).toBe(true);
  });
});
