import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call, emergency, paragraph } from './support/a-jira';

const [erin, pat, jo, ada, mal] = [as('erin'), as('pat'), as('jo'), as('ada'), as('mal')];
const WATCHERS = '/issue/OPS-1/watchers';
let jira: Jira;
beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
});

describe('watchers', () => {
  it('are who creates and who comments, but not an app', async () => {
    await call(jira, pat, 'POST', '/issue/OPS-1/comment', { body: paragraph('Me too.') });
    await call(jira, as('app'), 'POST', '/issue/OPS-1/comment', { body: paragraph('Beep.') });
    expect((await call(jira, ada, 'GET', WATCHERS)).body).toMatchObject({
      watchCount: 2,
      isWatching: false,
      watchers: [{ accountId: '712020:erin' }, { accountId: '712020:pat' }],
    });
    expect((await call(jira, pat, 'GET', '/issue/OPS-1?fields=watches')).body).toMatchObject({
      fields: { watches: { watchCount: 2, isWatching: true } },
    });
  });

  it('add and remove themselves', async () => {
    expect((await call(jira, ada, 'POST', WATCHERS)).status).toBe(204);
    expect((await call(jira, ada, 'POST', '/issue/watching', { issueIds: ['10000', '5'] })).body).toEqual({
      issuesIsWatching: { '10000': true, '5': false },
    });
    expect((await call(jira, ada, 'DELETE', `${WATCHERS}?accountId=712020:ada`)).status).toBe(204);
    expect((await call(jira, ada, 'GET', WATCHERS)).body).toMatchObject({ watchCount: 1, isWatching: false });
  });

  it('are managed by who has the permission for it', async () => {
    expect((await call(jira, jo, 'POST', WATCHERS, '712020:lee')).status).toBe(204);
    expect((await call(jira, jo, 'DELETE', `${WATCHERS}?accountId=712020:erin`)).status).toBe(204);
    expect((await call(jira, jo, 'GET', WATCHERS)).body).toMatchObject({ watchers: [{ accountId: '712020:lee' }] });
  });

  it.each([
    ['adding somebody else without the permission', 'POST', WATCHERS, '712020:lee', pat, 403],
    [
      'removing somebody else without the permission',
      'DELETE',
      `${WATCHERS}?accountId=712020:erin`,
      undefined,
      pat,
      403,
    ],
    ['adding nobody', 'POST', WATCHERS, '712020:none', jo, 404],
    ['adding who may not see the issue', 'POST', WATCHERS, '712020:mal', jo, 400],
    ['removing without saying whom', 'DELETE', WATCHERS, undefined, jo, 400],
    ['watching what is hidden', 'POST', WATCHERS, undefined, mal, 404],
  ])('%s is refused', async (_what, method, path, body, who, status) => {
    expect((await call(jira, who, method, path, body)).status).toBe(status);
  });
});
