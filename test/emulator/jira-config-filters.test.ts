import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call } from './support/a-jira';

let jira: Jira;
beforeEach(() => {
  jira = aJira();
});

const lee = as('lee');
const idOf = (body: unknown) => v.parse(v.looseObject({ id: v.string() }), body).id;
const filter = (more: object = {}) => ({ name: 'Open emergencies', jql: 'project = OPS', ...more });
const make = async (more: object = {}) => idOf((await call(jira, lee, 'POST', '/filter', filter(more))).body);

describe('a filter', () => {
  it('is its owner’s alone until it is shared with a project', async () => {
    const id = await make();
    expect((await call(jira, as('erin'), 'GET', `/filter/${id}`)).status).toBe(400);
    const share = { type: 'project', projectId: '10000' };
    expect((await call(jira, lee, 'POST', `/filter/${id}/permission`, share)).status).toBe(201);
    expect((await call(jira, as('erin'), 'GET', `/filter/${id}`)).body).toMatchObject({
      name: 'Open emergencies',
      owner: { accountId: '712020:lee' },
      sharePermissions: [{ type: 'project', project: { key: 'OPS' } }],
    });
    expect((await call(jira, as('mal'), 'GET', `/filter/${id}`)).status).toBe(400);
    expect((await call(jira, as('erin'), 'PUT', `/filter/${id}`, filter({ name: 'Mine' }))).status).toBe(400);
    expect((await call(jira, as('erin'), 'DELETE', `/filter/${id}`)).status).toBe(400);
  });

  it.each([
    { share: { type: 'group', group: { groupId: 'group-security-team' } }, sees: 'sam', not: 'erin' },
    { share: { type: 'group', group: { name: 'auditors' } }, sees: 'ada', not: 'sam' },
    { share: { type: 'authenticated' }, sees: 'mal', not: undefined },
    { share: { type: 'project', project: { id: '10000' } }, sees: 'ada', not: 'mal' },
  ])('is shared as it is made: $share', async ({ share, sees, not }) => {
    const id = await make({ sharePermissions: [share] });
    expect((await call(jira, as(sees), 'GET', `/filter/${id}`)).status).toBe(200);
    if (not !== undefined) expect((await call(jira, as(not), 'GET', `/filter/${id}`)).status).toBe(400);
  });

  it('is shared only by those who may share', async () => {
    jira.store.globalPermissions.set('CREATE_SHARED_OBJECTS', []);
    const shared = filter({ sharePermissions: [{ type: 'global' }] });
    expect((await call(jira, lee, 'POST', '/filter', shared)).status).toBe(400);
    expect((await call(jira, lee, 'POST', '/filter', filter())).status).toBe(200);
  });

  it.each([
    { wrong: { name: '' }, words: 'must specify a name' },
    { wrong: { name: 'Taken' }, words: 'same name already exists' },
    { wrong: { jql: 'colour = red' }, words: 'colour' },
  ])('is refused: $wrong', async ({ wrong, words }) => {
    await make({ name: 'Taken' });
    const { status, body } = await call(jira, lee, 'POST', '/filter', filter(wrong));
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(words);
  });

  it('is found by name among those one may see, and as a favourite', async () => {
    const id = await make({ sharePermissions: [{ type: 'authenticated' }] });
    await make({ name: 'Private emergencies' });
    expect((await call(jira, as('erin'), 'GET', '/filter/search?filterName=emerg&expand=jql')).body).toMatchObject({
      total: 1,
      values: [{ id, jql: 'project = OPS' }],
    });
    expect((await call(jira, as('erin'), 'PUT', `/filter/${id}/favourite`)).body).toMatchObject({ favourite: true });
    expect((await call(jira, as('erin'), 'GET', '/filter/favourite')).body).toMatchObject([{ id }]);
    expect((await call(jira, lee, 'GET', '/filter/my')).body).toHaveLength(2);
  });

  it('is changed and deleted by its owner', async () => {
    const id = await make();
    const next = await call(
      jira,
      lee,
      'PUT',
      `/filter/${id}`,
      filter({ name: 'All of OPS', jql: 'project = OPS order by key' }),
    );
    expect(next.body).toMatchObject({ name: 'All of OPS', jql: 'project = OPS order by key' });
    expect((await call(jira, lee, 'DELETE', `/filter/${id}`)).status).toBe(204);
    expect((await call(jira, lee, 'GET', `/filter/${id}`)).status).toBe(400);
  });
});
