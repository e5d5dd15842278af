import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call, emergency } from './support/a-jira';

const [erin, pat, ada, mal, jo] = [as('erin'), as('pat'), as('ada'), as('mal'), as('jo')];
let jira: Jira;
beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
  await call(jira, erin, 'POST', '/issue', emergency('Second'));
});

const propertiesNow = () => [...jira.store.issues.values()].map(({ properties }) => properties);
const LIST = '/issue/properties';

describe('properties of many issues', () => {
  it('are set alike on all of them, by a task that tells how it went', async () => {
    const body = { entitiesIds: [10_000, 10_001], properties: { a: { b: 1 }, c: 'x' } };
    const request = new Request(`http://jira.test/rest/api/3${LIST}`, { method: 'POST', body: JSON.stringify(body) });
    const response = await jira.handle(request, erin);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'http://jira.test/rest/api/3/task/10000',
    ]);
    expect(propertiesNow()).toEqual([body.properties, body.properties]);
    expect((await call(jira, erin, 'GET', '/task/10000')).body).toMatchObject({ status: 'COMPLETE', progress: 100 });
    expect((await call(jira, jo, 'GET', '/task/10000')).status).toBe(200);
    expect((await call(jira, pat, 'GET', '/task/10000')).status).toBe(403);
    expect((await call(jira, erin, 'GET', '/task/99')).status).toBe(404);
  });

  it.each([
    ['an issue that is not there', { entitiesIds: [10_000, 5], properties: { a: 1 } }, erin],
    ['the permission to edit only', { entitiesIds: [10_000], properties: { a: 1 } }, ada],
    ['no property', { entitiesIds: [10_000], properties: {} }, erin],
    ['no issue', { entitiesIds: [], properties: { a: 1 } }, erin],
    ['a value that is too long', { entitiesIds: [10_000], properties: { a: 'x'.repeat(32_768) } }, erin],
    ['a key that is too long', { entitiesIds: [10_000], properties: { ['k'.repeat(256)]: 1 } }, erin],
  ])('with %s are set on none', async (_what, body, who) => {
    expect((await call(jira, who, 'POST', LIST, body)).status).toBe(400);
    expect(propertiesNow()).toEqual([{}, {}]);
  });

  it('may differ by issue, where each succeeds or fails by itself', async () => {
    const issues = [
      { issueID: 10_000, properties: { a: 1 } },
      { issueID: 5, properties: { a: 2 } },
    ];
    expect((await call(jira, erin, 'POST', `${LIST}/multi`, { issues })).status).toBe(303);
    expect(propertiesNow()).toEqual([{ a: 1 }, {}]);
    expect((await call(jira, erin, 'GET', '/task/10000')).body).toMatchObject({ result: { failedIssueIds: [5] } });
  });

  it('are set by a filter, and only where the caller may edit', async () => {
    await call(jira, erin, 'PUT', '/issue/OPS-1/properties/a', { v: 1 });
    const to = (filter: object | undefined, who = erin) =>
      call(jira, who, 'PUT', `${LIST}/a`, { value: 'new', ...(filter && { filter }) });
    expect((await to(undefined, mal)).status).toBe(303);
    expect(propertiesNow()).toEqual([{ a: { v: 1 } }, {}]);
    await to({ currentValue: { v: 1 } });
    expect(propertiesNow()).toEqual([{ a: 'new' }, {}]);
    await to({ hasProperty: false });
    expect(propertiesNow()).toEqual([{ a: 'new' }, { a: 'new' }]);
    expect((await to({ hasProperty: false, currentValue: 1 })).status).toBe(400);
    expect((await call(jira, erin, 'PUT', `${LIST}/a`, { expression: 'issue.id' })).status).toBe(501);
    expect((await call(jira, erin, 'PUT', `${LIST}/a`, {})).status).toBe(400);
  });

  it('are deleted by ids and value', async () => {
    await call(jira, erin, 'POST', LIST, { entitiesIds: [10_000, 10_001], properties: { a: 1, b: 2 } });
    expect((await call(jira, erin, 'DELETE', `${LIST}/a`, { entityIds: [10_000] })).status).toBe(303);
    expect((await call(jira, erin, 'DELETE', `${LIST}/b`, { currentValue: 3 })).status).toBe(303);
    expect(propertiesNow()).toEqual([{ b: 2 }, { a: 1, b: 2 }]);
    expect((await call(jira, erin, 'DELETE', `${LIST}/b`)).status).toBe(303);
    expect(propertiesNow()).toEqual([{}, { a: 1 }]);
  });

  it('when the work fails afterwards, the task says so', async () => {
    jira.settings.taskDelay = 1000;
    await call(jira, erin, 'POST', LIST, { entitiesIds: [10_000, 10_001], properties: { a: 1 } });
    await call(jira, jo, 'DELETE', '/issue/OPS-2');
    await jira.clock.advance(1000);
    expect((await call(jira, erin, 'GET', '/task/10000')).body).toMatchObject({ status: 'FAILED' });
    expect(propertiesNow()).toEqual([{}]);
  });
});
