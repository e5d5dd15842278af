import type { Sample } from '../support/sample';

/** Accounts and groups. */
export const PEOPLE: readonly Sample[] = [
  { op: 'getCurrentUser', path: '/myself?expand=groups', status: 200 },
  { op: 'getCurrentUser', path: '/myself', who: 'nobody', status: 401 },
  { op: 'getUser', path: '/user?accountId=712020:lee&expand=groups', status: 200 },
  { op: 'getUser', path: '/user?accountId=712020:who', status: 404 },
  { op: 'getUserGroups', path: '/user/groups?accountId=712020:lee', status: 200 },
  { op: 'getUserGroups', path: '/user/groups?accountId=712020:who', status: 404 },
  { op: 'bulkGetUsers', path: '/user/bulk?accountId=712020:lee&accountId=712020:sam', status: 200 },
  { op: 'bulkGetUsers', path: '/user/bulk', status: 400 },
  { op: 'findUsers', path: '/user/search?query=erin', status: 200 },
  { op: 'findUsers', path: '/user/search', status: 400 },
  { op: 'findAssignableUsers', path: '/user/assignable/search?project=OPS', status: 200 },
  { op: 'findAssignableUsers', path: '/user/assignable/search?project=NONE', status: 404 },
  { op: 'bulkGetGroups', path: '/group/bulk?groupName=security-team', status: 200 },
  { op: 'bulkGetGroups', path: '/group/bulk', who: 'nobody', status: 403 },
  { op: 'findGroups', path: '/groups/picker?query=security', status: 200 },
];
