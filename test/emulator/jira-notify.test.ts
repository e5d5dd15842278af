import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call, emergency } from './support/a-jira';

const erin = as('erin');
const NOTIFY = '/issue/OPS-1/notify';
let jira: Jira;
beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
});

const notify = (body: unknown, who = erin) => call(jira, who, 'POST', NOTIFY, body);
const outbox = () => [...jira.store.outbox.values()];
const ids = (...names: readonly string[]) => names.map((name) => `712020:${name}`);

describe('the notify operation', () => {
  it('puts one mail into the outbox, to each person once', async () => {
    const body = {
      subject: 'Please approve',
      textBody: 'Checkout is down.',
      htmlBody: '<p>Checkout is down.</p>',
      to: {
        users: [{ accountId: '712020:lee' }],
        groups: [{ name: 'engineering-leads' }],
        groupIds: ['group-security-team'],
      },
    };
    expect(await notify(body)).toEqual({ status: 204, body: undefined });
    expect(outbox()).toEqual([
      {
        id: '10000',
        at: '2026-11-24T09:00:00.000Z',
        kind: 'email',
        issueId: '10000',
        issueKey: 'OPS-1',
        subject: 'Please approve',
        text: 'Checkout is down.',
        html: '<p>Checkout is down.</p>',
        from: '712020:erin',
        to: ids('lee', 'lou', 'sam', 'sky'),
        via: 'notify',
      },
    ]);
  });

  it('is about key and summary, unless it says otherwise', async () => {
    await notify({ to: { users: [{ accountId: '712020:lee' }] } });
    expect(outbox()).toMatchObject([{ subject: 'OPS-1 Checkout answers 500', text: '', html: '' }]);
  });

  it('finds the people of the issue: reporter, assignee, watchers', async () => {
    await call(jira, erin, 'PUT', '/issue/OPS-1/assignee', { accountId: '712020:pat' });
    await call(jira, as('jo'), 'POST', '/issue/OPS-1/watchers', '712020:ada');
    await notify({ to: { reporter: true, assignee: true, watchers: true } }, as('lee'));
    expect(outbox()).toMatchObject([{ to: ids('erin', 'pat', 'ada') }]);
  });

  it('tells nobody of an issue that they may not see', async () => {
    expect((await notify({ to: { groups: [{ name: 'jira-users' }] } })).status).toBe(204);
    expect(outbox()[0]?.to).not.toContain('712020:mal');
    expect((await notify({ to: { users: [{ accountId: '712020:mal' }] } })).status).toBe(204);
    expect(outbox()).toHaveLength(1);
  });

  it.each([
    ['there is no body', undefined, 400],
    ['nobody is named', { subject: 'x' }, 400],
    ['only the caller is named', { to: { users: [{ accountId: '712020:erin' }] } }, 400],
    ['only the caller is the reporter', { to: { reporter: true } }, 400],
    ['the assignee is nobody', { to: { assignee: true, users: [{ accountId: '712020:lee' }] } }, 400],
    ['a person does not exist', { to: { users: [{ accountId: '712020:none' }] } }, 400],
    ['a group does not exist', { to: { groups: [{ name: 'none' }] } }, 400],
    ['a group id does not exist', { to: { groupIds: ['none'] } }, 400],
    ['voters are named, whom the site does not know', { to: { voters: true } }, 501],
    ['it is restricted, which the site does not know', { to: {}, restrict: { groups: [] } }, 501],
  ])('refuses when %s', async (_why, body, status) => {
    expect((await notify(body)).status).toBe(status);
    expect(outbox()).toEqual([]);
  });

  it('refuses when mail is off, and when the caller may not see the issue', async () => {
    const body = { to: { users: [{ accountId: '712020:lee' }] } };
    expect((await notify(body, as('mal'))).status).toBe(404);
    jira.settings.outgoingMail = false;
    expect((await notify(body)).status).toBe(403);
    expect(outbox()).toEqual([]);
  });
});
