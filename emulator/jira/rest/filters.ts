import * as v from 'valibot';
import type { Filter } from '../model/filter';
import { callerId } from '../permissions';
import { known } from '../store';
import { userJson } from '../user-json';
import { JiraError } from './errors';
import {
  maySeeFilter,
  newPermission,
  ownFilter,
  permissionJson,
  seenFilter,
  SharePermissionSchema,
  shareOf,
  shareRequest,
} from './filter-sharing';
import { type Call, listed, noContent, type Operation, pageBean, pageOf, param, readWholeBody } from './operation';

const EXPAND = [
  'sharePermissions',
  'editPermissions',
  'owner',
  'jql',
  'description',
  'favourite',
  'viewUrl',
  'searchUrl',
];
const Permissions = v.optional(v.array(SharePermissionSchema));

const FilterSchema = v.object({
  name: v.string(),
  description: v.optional(v.string()),
  jql: v.optional(v.string()),
  favourite: v.optional(v.boolean()),
  sharePermissions: Permissions,
  editPermissions: Permissions,
});

export const createFilter: Operation = {
  operationId: 'createFilter',
  method: 'POST',
  path: '/filter',
  expand: EXPAND,
  handle: async (call) => {
    const { store, who } = call;
    const ownerId = callerId(who);
    const body = readWholeBody(FilterSchema, call);
    demandFreeName(call, ownerId, body.name);
    await demandValidJql(call, body.jql ?? '');
    const filter: Filter = {
      id: store.nextId('filter'),
      name: body.name,
      description: body.description ?? '',
      jql: body.jql ?? '',
      ownerId,
      sharePermissions: permissions(call, body.sharePermissions ?? []),
      editPermissions: permissions(call, body.editPermissions ?? []),
      favouriteOf: body.favourite === true ? [ownerId] : [],
    };
    store.filters.set(filter.id, filter);
    return Response.json(filterJson(call, filter));
  },
};

export const getFilter: Operation = {
  operationId: 'getFilter',
  method: 'GET',
  path: '/filter/{id}',
  expand: EXPAND,
  handle: (call) => Response.json(filterJson(call, seenFilter(call, param(call, 'id')))),
};

export const updateFilter: Operation = {
  operationId: 'updateFilter',
  method: 'PUT',
  path: '/filter/{id}',
  expand: EXPAND,
  handle: async (call) => {
    const filter = ownFilter(call, param(call, 'id'));
    const body = readWholeBody(FilterSchema, call);
    if (body.name !== filter.name) demandFreeName(call, filter.ownerId, body.name);
    if (body.jql !== undefined) await demandValidJql(call, body.jql);
    const shared = body.sharePermissions && permissions(call, body.sharePermissions);
    const editable = body.editPermissions && permissions(call, body.editPermissions);
    filter.name = body.name;
    filter.description = body.description ?? filter.description;
    filter.jql = body.jql ?? filter.jql;
    filter.sharePermissions = shared ?? filter.sharePermissions;
    filter.editPermissions = editable ?? filter.editPermissions;
    if (body.favourite !== undefined) setFavourite(call, filter, body.favourite);
    return Response.json(filterJson(call, filter));
  },
};

export const deleteFilter: Operation = {
  operationId: 'deleteFilter',
  method: 'DELETE',
  path: '/filter/{id}',
  handle: (call) => {
    call.store.filters.delete(ownFilter(call, param(call, 'id')).id);
    return noContent();
  },
};

const byName = (a: Filter, b: Filter) => a.name.localeCompare(b.name);

export const getMyFilters: Operation = {
  operationId: 'getMyFilters',
  method: 'GET',
  path: '/filter/my',
  query: ['includeFavourites'],
  expand: EXPAND,
  handle: (call) => {
    const caller = callerId(call.who);
    const withFavourites = call.query.get('includeFavourites') === 'true';
    const mine = [...call.store.filters.values()].filter(
      (filter) =>
        filter.ownerId === caller ||
        (withFavourites && filter.favouriteOf.includes(caller) && maySeeFilter(call, filter)),
    );
    return Response.json(mine.sort(byName).map((filter) => filterJson(call, filter)));
  },
};

export const getFavouriteFilters: Operation = {
  operationId: 'getFavouriteFilters',
  method: 'GET',
  path: '/filter/favourite',
  expand: EXPAND,
  handle: (call) => {
    const caller = callerId(call.who);
    const found = [...call.store.filters.values()].filter(
      (filter) => filter.favouriteOf.includes(caller) && maySeeFilter(call, filter),
    );
    return Response.json(found.sort(byName).map((filter) => filterJson(call, filter)));
  },
};

/** A page shows name and id, and of the rest what `expand` asks for. */
export const getFiltersPaginated: Operation = {
  operationId: 'getFiltersPaginated',
  method: 'GET',
  path: '/filter/search',
  query: ['filterName', 'accountId', 'groupId', 'projectId', 'id', 'startAt', 'maxResults'],
  expand: EXPAND,
  handle: (call) => {
    const expand = listed(call, 'expand');
    const found = [...call.store.filters.values()]
      .filter((filter) => maySeeFilter(call, filter) && isWanted(call, filter))
      .sort(byName)
      .map((filter) => {
        const { id, name, self, ...rest } = filterJson(call, filter);
        const shown = Object.entries(rest).filter(([key]) => expand.includes(key));
        return { id, name, self, expand: EXPAND.join(','), ...Object.fromEntries<unknown>(shown) };
      });
    return Response.json(pageBean(found, pageOf(call, 50, 100)));
  },
};

function isWanted({ query }: Call, filter: Filter): boolean {
  const ids = query.getAll('id');
  const shares = [...filter.sharePermissions, ...filter.editPermissions].map(({ share }) => share);
  const groupId = query.get('groupId');
  const projectId = query.get('projectId');
  return (
    (ids.length === 0 || ids.includes(filter.id)) &&
    filter.name.toLowerCase().includes((query.get('filterName') ?? '').toLowerCase()) &&
    filter.ownerId === (query.get('accountId') ?? filter.ownerId) &&
    (groupId === null || shares.some((share) => share.kind === 'group' && share.groupId === groupId)) &&
    (projectId === null || shares.some((share) => share.kind === 'project' && share.projectId === projectId))
  );
}

const favourite = (operationId: string, method: 'PUT' | 'DELETE'): Operation => ({
  operationId,
  method,
  path: '/filter/{id}/favourite',
  expand: EXPAND,
  handle: (call) => {
    callerId(call.who);
    const filter = seenFilter(call, param(call, 'id'));
    setFavourite(call, filter, method === 'PUT');
    return Response.json(filterJson(call, filter));
  },
});

export const setFavouriteForFilter = favourite('setFavouriteForFilter', 'PUT');
export const deleteFavouriteForFilter = favourite('deleteFavouriteForFilter', 'DELETE');

function setFavourite({ who }: Call, filter: Filter, wanted: boolean): void {
  const caller = callerId(who);
  const others = filter.favouriteOf.filter((accountId) => accountId !== caller);
  filter.favouriteOf = wanted ? [...others, caller] : others;
}

const permissions = (call: Call, given: readonly v.InferOutput<typeof SharePermissionSchema>[]) =>
  given.map((one) => newPermission(call, shareOf(call, shareRequest(one))));

function demandFreeName({ store }: Call, ownerId: string, name: string): void {
  if (name.trim() === '')
    throw new JiraError(400, [], { filterName: 'You must specify a name to save this filter as.' });
  if ([...store.filters.values()].some((filter) => filter.ownerId === ownerId && filter.name === name)) {
    throw new JiraError(400, [], { filterName: 'Filter with same name already exists.' });
  }
}

/** A filter holds only what can be searched: asked of the operation that parses. */
async function demandValidJql({ jira, who }: Call, jql: string): Promise<void> {
  if (jql.trim() === '') return;
  const body = JSON.stringify({ jql });
  const request = new Request(`${jira.baseUrl()}/rest/api/3/search/approximate-count`, { method: 'POST', body });
  const answer = await jira.handle(request, who);
  if (answer.status === 400) {
    const parsed = v.safeParse(v.looseObject({ errorMessages: v.array(v.string()) }), await answer.json());
    throw new JiraError(400, parsed.success ? parsed.output.errorMessages : []);
  }
}

function filterJson(call: Call, filter: Filter) {
  const { store, jira, who } = call;
  const baseUrl = jira.baseUrl();
  return {
    self: `${baseUrl}/rest/api/3/filter/${filter.id}`,
    id: filter.id,
    name: filter.name,
    description: filter.description,
    owner: userJson(known(store.accounts, filter.ownerId), baseUrl),
    jql: filter.jql,
    viewUrl: `${baseUrl}/issues/?filter=${filter.id}`,
    searchUrl: `${baseUrl}/rest/api/3/search/jql?jql=${encodeURIComponent(filter.jql)}`,
    favourite: who.kind === 'account' && filter.favouriteOf.includes(who.accountId),
    favouritedCount: filter.favouriteOf.length,
    sharePermissions: filter.sharePermissions.map((permission) => permissionJson(call, permission)),
    editPermissions: filter.editPermissions.map((permission) => permissionJson(call, permission)),
  };
}
