import type { Sample } from '../support/sample';

const WATCHERS = '/issue/OPS-1/watchers';
const NOTIFY = '/issue/OPS-1/notify';
const mail = { subject: 'Please look', textBody: 'Now.', to: { users: [{ accountId: '712020:lee' }] } };

/** Who is told of an issue. */
export const WATCHING_AND_MAIL: readonly Sample[] = [
  { op: 'getIssueWatchers', path: WATCHERS, status: 200 },
  { op: 'getIssueWatchers', path: '/issue/OPS-99/watchers', status: 404 },
  { op: 'addWatcher', path: WATCHERS, who: 'pat', body: '712020:pat', status: 204 },
  { op: 'addWatcher', path: WATCHERS, who: 'pat', status: 204 },
  { op: 'addWatcher', path: WATCHERS, body: '712020:pat', status: 403 },
  { op: 'removeWatcher', path: `${WATCHERS}?accountId=712020:erin`, status: 204 },
  { op: 'removeWatcher', path: `${WATCHERS}?accountId=712020:lee`, status: 403 },
  { op: 'getIsWatchingIssueBulk', path: '/issue/watching', body: { issueIds: ['10000', '1'] }, status: 200 },
  { op: 'notify', path: NOTIFY, body: mail, status: 204 },
  {
    op: 'notify',
    path: NOTIFY,
    body: { ...mail, to: { groups: [{ name: 'security-team' }], watchers: true } },
    status: 204,
  },
  { op: 'notify', path: NOTIFY, body: { ...mail, to: { users: [{ accountId: '712020:erin' }] } }, status: 400 },
];
