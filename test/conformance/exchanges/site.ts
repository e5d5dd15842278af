import type { Sample } from '../support/sample';

/** What the site is made of: statuses, priorities, permissions, properties of work types. */
export const SITE: readonly Sample[] = [
  { op: 'getServerInfo', path: '/serverInfo', status: 200 },
  { op: 'getStatuses', path: '/status', status: 200 },
  { op: 'getPriorities', path: '/priority', status: 200 },
  { op: 'getIssueAllTypes', path: '/issuetype', status: 200 },
  { op: 'getMyPermissions', path: '/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER&issueKey=OPS-1', status: 200 },
  { op: 'getMyPermissions', path: '/mypermissions?permissions=FLY', status: 400 },
  { op: 'getIssueTypePropertyKeys', path: '/issuetype/10010/properties', status: 200 },
  { op: 'getIssueTypePropertyKeys', path: '/issuetype/99999/properties', status: 404 },
  { op: 'getIssueTypeProperty', path: '/issuetype/10010/properties/emergency-change', status: 200 },
  { op: 'getIssueTypeProperty', path: '/issuetype/10010/properties/none', status: 404 },
  {
    op: 'deleteIssueTypeProperty',
    path: '/issuetype/10010/properties/emergency-change',
    who: 'jo',
    status: 204,
  },
  { op: 'deleteIssueTypeProperty', path: '/issuetype/10010/properties/none', who: 'jo', status: 404 },
  { op: 'setIssueTypeProperty', path: '/issuetype/10010/properties/a', who: 'jo', body: { b: 1 }, status: 201 },
  { op: 'setIssueTypeProperty', path: '/issuetype/10010/properties/a', body: { b: 1 }, status: 403 },
];
