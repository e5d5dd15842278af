import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call, emergency } from './support/a-jira';

let jira: Jira;
beforeEach(() => {
  jira = aJira();
});

const erin = as('erin');
const jo = as('jo');
const SECURITY = 'groupId=group-security-team';

describe('groups', () => {
  it('are listed with their members, page by page', async () => {
    expect(await call(jira, erin, 'GET', `/group/member?${SECURITY}&maxResults=1`)).toMatchObject({
      status: 200,
      body: { total: 2, isLast: false, values: [{ accountId: '712020:sam', displayName: 'Sam Sato' }] },
    });
    const second = await call(jira, erin, 'GET', '/group/member?groupname=security-team&startAt=1');
    expect(second.body).toMatchObject({ isLast: true, values: [{ accountId: '712020:sky' }] });
  });

  it.each([
    { path: '/group/member', status: 400 },
    { path: '/group/member?groupId=none', status: 404 },
    { path: '/group?groupname=nobody', status: 404 },
  ])('$path answers $status', async ({ path, status }) => {
    expect((await call(jira, erin, 'GET', path)).status).toBe(status);
  });

  it('are hidden from those who may not browse people and groups', async () => {
    jira.store.globalPermissions.set('USER_PICKER', []);
    expect((await call(jira, erin, 'GET', `/group/member?${SECURITY}`)).status).toBe(403);
    expect((await call(jira, erin, 'GET', '/users/search')).status).toBe(403);
  });

  it('are made, filled and emptied by Jira administrators, and what they grant follows', async () => {
    expect((await call(jira, erin, 'POST', '/group', { name: 'night-shift' })).status).toBe(403);
    expect((await call(jira, jo, 'POST', '/group', { name: 'night-shift' })).status).toBe(201);
    expect((await call(jira, jo, 'POST', '/group', { name: 'Night-Shift' })).status).toBe(400);
    const add = () => call(jira, jo, 'POST', '/group/user?groupname=engineers', { accountId: '712020:mal' });
    expect((await call(jira, as('mal'), 'GET', '/project/OPS')).status).toBe(404);
    expect((await add()).status).toBe(201);
    expect((await add()).status).toBe(400);
    expect((await call(jira, as('mal'), 'GET', '/project/OPS')).status).toBe(200);
    const remove = '/group/user?groupname=engineers&accountId=712020:mal';
    expect((await call(jira, jo, 'DELETE', remove)).status).toBe(200);
    expect((await call(jira, as('mal'), 'GET', '/project/OPS')).status).toBe(404);
  });
});

describe('project roles', () => {
  const MEMBER = '/project/WEB/role/10004';

  it('hold people and groups, and the permission scheme grants to them', async () => {
    expect((await call(jira, as('mal'), 'GET', '/project/WEB')).status).toBe(404);
    expect(await call(jira, jo, 'POST', MEMBER, { user: ['712020:mal'], groupId: ['group-auditors'] })).toMatchObject({
      status: 200,
      body: {
        name: 'Member',
        actors: [{ actorUser: { accountId: '712020:mal' } }, { actorGroup: { name: 'auditors' } }],
      },
    });
    expect((await call(jira, as('mal'), 'GET', '/project/WEB')).status).toBe(200);
    expect((await call(jira, as('mal'), 'GET', '/project/OPS')).status).toBe(404);
    expect((await call(jira, jo, 'DELETE', `${MEMBER}?user=712020:mal`)).status).toBe(204);
    expect((await call(jira, as('mal'), 'GET', '/project/WEB')).status).toBe(404);
  });

  it('a project administrator need not be a Jira administrator', async () => {
    expect((await call(jira, as('lou'), 'PUT', '/project/OPS/properties/x', { a: 1 })).status).toBe(403);
    await call(jira, jo, 'POST', '/project/OPS/role/10002', { user: ['712020:lou'] });
    expect((await call(jira, as('lou'), 'PUT', '/project/OPS/properties/x', { a: 1 })).status).toBe(201);
    expect((await call(jira, as('lou'), 'PUT', '/project/WEB/properties/x', { a: 1 })).status).toBe(403);
    expect((await call(jira, as('lou'), 'POST', '/issuetype', { name: 'X' })).status).toBe(403);
  });

  it('are seen by those who administer the project', async () => {
    expect((await call(jira, erin, 'GET', MEMBER)).status).toBe(404);
    expect((await call(jira, as('mal'), 'GET', MEMBER)).status).toBe(404);
    expect((await call(jira, jo, 'GET', '/project/WEB/role/7')).status).toBe(404);
    expect((await call(jira, jo, 'GET', '/project/WEB/role')).body).toMatchObject({
      Administrators: expect.stringContaining('/role/10002'),
    });
  });
});

describe('permissions', () => {
  it('granted to reporter and lead are held where the person is that', async () => {
    await call(jira, erin, 'POST', '/issue', emergency());
    jira.store.projects.forEach((project) => {
      const { permissions } = project;
      project.permissions = {
        ...permissions,
        DELETE_ISSUES: [{ dynamic: 'reporter' }],
        MANAGE_WATCHERS: [{ dynamic: 'projectLead' }],
      };
    });
    const asked = '/mypermissions?issueKey=OPS-1&permissions=DELETE_ISSUES,MANAGE_WATCHERS';
    const held = async (name: string) => (await call(jira, as(name), 'GET', asked)).body;
    expect(await held('erin')).toMatchObject({
      permissions: { DELETE_ISSUES: { havePermission: true }, MANAGE_WATCHERS: { havePermission: false } },
    });
    expect(await held('jo')).toMatchObject({
      permissions: { DELETE_ISSUES: { havePermission: false }, MANAGE_WATCHERS: { havePermission: true } },
    });
  });

  it('are checked in bulk, for oneself, and for others by a Jira administrator', async () => {
    await call(jira, erin, 'POST', '/issue', emergency());
    const issue = Number(jira.store.issueKeys.get('OPS-1'));
    const body = {
      globalPermissions: ['ADMINISTER', 'CREATE_SHARED_OBJECTS'],
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [issue, 1], projects: [10000, 10009] }],
    };
    const granted = { permission: 'EDIT_ISSUES', issues: [issue], projects: [10000] };
    expect((await call(jira, erin, 'POST', '/permissions/check', body)).body).toEqual({
      globalPermissions: ['CREATE_SHARED_OBJECTS'],
      projectPermissions: [granted],
    });
    const ofAda = { ...body, accountId: '712020:ada' };
    expect((await call(jira, erin, 'POST', '/permissions/check', ofAda)).status).toBe(403);
    expect((await call(jira, jo, 'POST', '/permissions/check', ofAda)).body).toMatchObject({
      projectPermissions: [{ issues: [], projects: [] }],
    });
  });

  it('tell who holds them', async () => {
    const path = '/user/permission/search?permissions=ADD_COMMENTS&projectKey=OPS&query=a';
    expect((await call(jira, erin, 'GET', path)).status).toBe(403);
    const { body } = await call(jira, jo, 'GET', path);
    expect(body).toContainEqual(expect.objectContaining({ accountId: '712020:sam' }));
    expect(body).not.toContainEqual(expect.objectContaining({ accountId: '712020:ada' }));
  });
});
