import type { Deed, Sample } from '../support/sample';

const made: Deed = {
  op: 'createStatuses',
  path: '/statuses',
  who: 'jo',
  body: { scope: { type: 'GLOBAL' }, statuses: [{ name: 'Rolled back', statusCategory: 'DONE' }] },
};
const renamed = { statuses: [{ id: '{1.0.id}', name: 'Undone', statusCategory: 'DONE' }] };

/** Statuses, as those who build workflows see them. */
export const STATUSES: readonly Sample[] = [
  { op: 'search', path: '/statuses/search?searchString=de', who: 'jo', status: 200 },
  { op: 'search', path: '/statuses/search?statusCategory=GREEN', who: 'jo', status: 400 },
  { op: 'getStatusesById', path: '/statuses?id=1&id=2', who: 'jo', status: 200 },
  { op: 'getStatusesById', path: '/statuses', who: 'jo', status: 400 },
  { ...made, status: 200 },
  { ...made, after: [made], status: 400 },
  { op: 'updateStatuses', path: '/statuses', who: 'jo', body: renamed, after: [made], status: 204 },
  { op: 'updateStatuses', path: '/statuses', who: 'jo', body: { statuses: 5 }, status: 400 },
  { op: 'deleteStatusesById', path: '/statuses?id={1.0.id}', who: 'jo', after: [made], status: 204 },
  { op: 'deleteStatusesById', path: '/statuses?id=1', who: 'jo', status: 400 },
];
