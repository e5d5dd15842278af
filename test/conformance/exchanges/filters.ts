import type { Deed, Sample } from '../support/sample';

const made: Deed = {
  op: 'createFilter',
  path: '/filter?expand=sharePermissions',
  body: {
    name: 'Emergencies of mine',
    description: 'All of them.',
    jql: 'project = OPS ORDER BY created DESC',
    favourite: true,
    sharePermissions: [{ type: 'project', project: { id: '10000' } }],
  },
};
const FILTER = '/filter/{1.id}';
const SHARES = `${FILTER}/permission`;
const shared: Deed = { op: 'addSharePermission', path: SHARES, body: { type: 'group', groupname: 'engineers' } };
const renamed = { name: 'Emergencies', jql: 'project = OPS' };

/** Searches that people keep and share. */
export const FILTERS: readonly Sample[] = [
  { ...made, status: 200 },
  { ...made, after: [made], status: 400 },
  { ...made, body: { name: 'Wrong', jql: 'colour = red' }, status: 400 },
  { op: 'getFilter', path: `${FILTER}?expand=sharePermissions,owner`, after: [made], status: 200 },
  { op: 'getFilter', path: '/filter/1', status: 400 },
  { op: 'updateFilter', path: FILTER, body: renamed, after: [made], status: 200 },
  { op: 'updateFilter', path: FILTER, who: 'pat', body: renamed, after: [made], status: 400 },
  { op: 'deleteFilter', path: FILTER, after: [made], status: 204 },
  { op: 'deleteFilter', path: '/filter/1', status: 400 },
  { op: 'getMyFilters', path: '/filter/my?includeFavourites=true', after: [made], status: 200 },
  { op: 'getFavouriteFilters', path: '/filter/favourite', after: [made], status: 200 },
  {
    op: 'getFiltersPaginated',
    path: '/filter/search?filterName=mine&expand=sharePermissions,owner,jql,favourite',
    after: [made],
    status: 200,
  },
  { op: 'getFiltersPaginated', path: '/filter/search?startAt=first', status: 400 },
  { op: 'setFavouriteForFilter', path: `${FILTER}/favourite`, after: [made], status: 200 },
  { op: 'setFavouriteForFilter', path: '/filter/1/favourite', status: 400 },
  { op: 'deleteFavouriteForFilter', path: `${FILTER}/favourite`, after: [made], status: 200 },
  { op: 'deleteFavouriteForFilter', path: '/filter/1/favourite', status: 400 },
  { op: 'getSharePermissions', path: SHARES, after: [made], status: 200 },
  { op: 'getSharePermissions', path: '/filter/1/permission', status: 404 },
  { ...shared, after: [made], status: 201 },
  { ...shared, body: { type: 'group', groupname: 'none' }, after: [made], status: 400 },
  { op: 'deleteSharePermission', path: `${SHARES}/{2.1.id}`, after: [made, shared], status: 204 },
  { op: 'deleteSharePermission', path: `${SHARES}/1`, after: [made], status: 404 },
];
