import { describe, expect, it } from '@jest/globals';
import { frozenClock } from '../../emulator/clock';
import { createJira } from '../../emulator/jira/jira';
import { buildEmptySite } from '../../emulator/jira/site/empty-site';
import { buildExistingSite, PAY } from '../../emulator/jira/site/existing-site';
import { APP, as, call } from './support/a-jira';

function site(build: typeof buildEmptySite) {
  const clock = frozenClock(new Date('2026-11-24T09:00:00.000Z'));
  const jira = createJira({ clock, baseUrl: () => 'http://jira.test' });
  build(jira.store, APP);
  return jira;
}

describe('an empty Jira', () => {
  it('has people, work types and a workflow, and no project until somebody makes one', async () => {
    const jira = site(buildEmptySite);
    expect((await call(jira, as('jo'), 'GET', '/project/search')).body).toMatchObject({ total: 0 });
    expect((await call(jira, as('jo'), 'GET', '/issuetype')).body).toMatchObject([
      { name: 'Task' },
      { name: 'Subtask' },
      { name: 'Bug' },
    ]);
    const body = { key: 'PAY', name: 'Payments', projectTypeKey: 'software', leadAccountId: '712020:lee' };
    expect((await call(jira, as('jo'), 'POST', '/project', body)).status).toBe(201);
    const bug = { fields: { project: { key: 'PAY' }, issuetype: { name: 'Bug' }, summary: 'It fails' } };
    expect((await call(jira, as('erin'), 'POST', '/issue', bug)).status).toBe(201);
    expect((await call(jira, { kind: 'account', accountId: APP.accountId }, 'GET', '/project/PAY')).status).toBe(200);
  });
});

describe('a Jira with a project of long standing', () => {
  it('has a workflow of its own, whose rules hold', async () => {
    const jira = site(buildExistingSite);
    const change = { fields: { project: { key: PAY.key }, issuetype: { id: PAY.changeTypeId }, summary: 'New bank' } };
    expect((await call(jira, as('erin'), 'POST', '/issue', change)).status).toBe(201);
    const move = (name: string, id: string) =>
      call(jira, as(name), 'POST', '/issue/PAY-1/transitions', { transition: { id } });
    expect(await move('erin', '11')).toMatchObject({
      status: 400,
      body: { errorMessages: ['Somebody has to be assigned.'] },
    });
    await call(jira, as('erin'), 'PUT', '/issue/PAY-1/assignee', { accountId: '712020:pat' });
    for (const id of ['11', '21', '51', '31']) expect((await move('erin', id)).status).toBe(204);
    expect((await call(jira, as('erin'), 'GET', '/issue/PAY-1?fields=status,assignee')).body).toMatchObject({
      fields: { status: { name: 'Live' }, assignee: null },
    });
  });

  it('is administered by somebody who is no Jira administrator', async () => {
    const jira = site(buildExistingSite);
    expect((await call(jira, as('lee'), 'GET', '/project/PAY/role')).status).toBe(200);
    expect((await call(jira, as('lou'), 'GET', '/project/PAY/role')).status).toBe(404);
  });
});
