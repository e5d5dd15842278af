import { describe, expect, it } from '@jest/globals';
import { frozenClock } from '../../emulator/clock';
import { START } from './fixtures/site';
import { aFixtureEmulator, type FixtureEmulator } from './support/a-fixture-emulator';

const search = (site: FixtureEmulator, jql: string) =>
  site.rest('erin', 'POST', '/search/jql', { jql, fields: ['key'] });

/** A site with one issue that has the properties which the fixture app declares. */
async function siteWithProperties() {
  const site = await aFixtureEmulator();
  const key = await site.open();
  await site.rest('erin', 'PUT', `/issue/${key}/properties/plan`, { step: { number: 3 } });
  await site.rest('erin', 'PUT', `/issue/${key}/properties/team`, { name: 'payments', size: 4 });
  return { site, key };
}

describe('properties that the manifest declares', () => {
  it.each([
    { jql: 'planStep > 2' },
    { jql: 'issue.property[plan].step.number = 3' },
    { jql: 'issue.property[team].name = payments' },
  ])('are found by $jql', async ({ jql }) => {
    const { site, key } = await siteWithProperties();
    expect(await search(site, jql)).toMatchObject({ status: 200, body: { issues: [{ key }] } });
  });

  it.each([
    { jql: 'issue.property[plan].other = 3', why: 'the path is not declared' },
    { jql: 'issue.property[team].size = 4', why: 'it is declared of projects' },
    { jql: 'teamSize = 4', why: 'an alias of projects is none of issues' },
  ])('are no fields of JQL when $why', async ({ jql }) => {
    const { site } = await siteWithProperties();
    expect((await search(site, jql)).status).toBe(400);
  });

  it('are those of today’s manifest on a site that is gone on with', async () => {
    const { site, key } = await siteWithProperties();
    const { jira, ...rest } = site.whole.snapshot();
    const old = [['old', { propertyKey: 'plan', path: 'old', type: 'number', searchAlias: 'oldAlias' }]] as const;
    const from = {
      ...rest,
      jira: { ...jira, propertyIndexes: old.map(([id, index]): [string, unknown] => [id, index]) },
    };
    const later = await aFixtureEmulator({ clock: frozenClock(START), from });
    expect(await search(later, 'planStep = 3')).toMatchObject({ body: { issues: [{ key }] } });
    expect((await search(later, 'oldAlias = 1')).status).toBe(400);
  });
});
