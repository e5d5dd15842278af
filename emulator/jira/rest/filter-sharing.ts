import * as v from 'valibot';
import { projectJson } from '../issue-json';
import type { Filter, Share, SharePermission } from '../model/filter';
import { browsedProject, callerId, inRole, mayGlobally, mayInProject } from '../permissions';
import { known } from '../store';
import { userJson } from '../user-json';
import { JiraError } from './errors';
import type { Call } from './operation';

const Ref = v.optional(
  v.looseObject({ id: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))) }),
);

/** A share permission as a filter's body gives it. */
export const SharePermissionSchema = v.looseObject({
  type: v.picklist(['user', 'group', 'project', 'projectRole', 'global', 'loggedin', 'authenticated']),
  project: Ref,
  role: Ref,
  group: v.optional(v.looseObject({ groupId: v.nullish(v.string()), name: v.optional(v.string()) })),
  user: v.optional(v.looseObject({ accountId: v.optional(v.string()) })),
});

/** The same with what it names in plain ids. */
export interface ShareRequest {
  readonly type: string;
  readonly projectId?: string | undefined;
  readonly roleId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly groupName?: string | undefined;
  readonly accountId?: string | undefined;
}

export const shareRequest = (given: v.InferOutput<typeof SharePermissionSchema>): ShareRequest => ({
  type: given.type,
  projectId: given.project?.id,
  roleId: given.role?.id,
  groupId: given.group?.groupId ?? undefined,
  groupName: given.group?.name,
  accountId: given.user?.accountId,
});

/** Sharing takes a global permission, and only with what the caller can see. */
export function shareOf(call: Call, asked: ShareRequest): Share {
  const { store, who } = call;
  if (!mayGlobally(store, who, 'CREATE_SHARED_OBJECTS')) {
    throw new JiraError(400, ['You do not have permission to share. All shares are invalid.']);
  }
  switch (asked.type) {
    case 'global':
      return { kind: 'global' };
    case 'group': {
      const group = [...store.groups.values()].find(
        ({ groupId, name }) => groupId === asked.groupId || name === asked.groupName,
      );
      if (group === undefined) throw new JiraError(400, ['The group that the filter is shared with does not exist.']);
      return { kind: 'group', groupId: group.groupId };
    }
    case 'project':
    case 'projectRole': {
      const projectId = browsedProject(store, who, asked.projectId ?? '').id;
      if (asked.roleId !== undefined && !store.roles.has(asked.roleId))
        throw new JiraError(400, ['The role does not exist.']);
      return { kind: 'project', projectId, roleId: asked.roleId ?? null };
    }
    case 'user':
      if (!store.accounts.has(asked.accountId ?? '')) throw new JiraError(400, ['The user does not exist.']);
      return { kind: 'user', accountId: asked.accountId ?? '' };
    default:
      return { kind: 'loggedin' };
  }
}

export const newPermission = (call: Call, share: Share): SharePermission => ({
  id: call.store.nextId('sharepermission'),
  share,
});

function reaches({ store, who }: Call, share: Share): boolean {
  if (share.kind === 'global') return true;
  if (who.kind !== 'account') return false;
  switch (share.kind) {
    case 'loggedin':
      return true;
    case 'user':
      return share.accountId === who.accountId;
    case 'group':
      return store.groups.get(share.groupId)?.members.includes(who.accountId) === true;
    case 'project': {
      const project = store.projects.get(share.projectId);
      if (project === undefined || !mayInProject(store, who, 'BROWSE_PROJECTS', project)) return false;
      return share.roleId === null || inRole(store, project, share.roleId, who.accountId);
    }
  }
}

const owns = ({ who }: Call, { ownerId }: Filter) => who.kind === 'account' && who.accountId === ownerId;

export const maySeeFilter = (call: Call, filter: Filter): boolean =>
  owns(call, filter) ||
  [...filter.sharePermissions, ...filter.editPermissions].some(({ share }) => reaches(call, share));

/** The filter, if the caller may see it; else 400, as this family of operations answers. */
export function seenFilter(call: Call, id: string): Filter {
  const filter = call.store.filters.get(id);
  if (filter === undefined || !maySeeFilter(call, filter)) {
    throw new JiraError(400, [
      'The selected filter is not available to you, perhaps it has been deleted or had its permissions changed.',
    ]);
  }
  return filter;
}

/** The filter, if it is the caller's, or shared with him to be edited. */
export function ownFilter(call: Call, id: string): Filter {
  callerId(call.who);
  const filter = seenFilter(call, id);
  if (owns(call, filter) || filter.editPermissions.some(({ share }) => reaches(call, share))) return filter;
  throw new JiraError(400, ['You do not have permission to edit this filter.']);
}

export function permissionJson({ store, jira }: Call, { id, share }: SharePermission) {
  const base = { id: Number(id) };
  const baseUrl = jira.baseUrl();
  switch (share.kind) {
    case 'global':
    case 'loggedin':
      return { ...base, type: share.kind };
    case 'user':
      return { ...base, type: 'user', user: userJson(known(store.accounts, share.accountId), baseUrl) };
    case 'group': {
      const self = `${baseUrl}/rest/api/3/group?groupId=${share.groupId}`;
      const name = store.groups.get(share.groupId)?.name ?? '';
      return { ...base, type: 'group', group: { groupId: share.groupId, name, self } };
    }
    case 'project': {
      const project = projectJson(known(store.projects, share.projectId), baseUrl);
      const role = share.roleId === null ? undefined : store.roles.get(share.roleId);
      if (role === undefined) return { ...base, type: 'project', project };
      const self = `${baseUrl}/rest/api/3/role/${role.id}`;
      return { ...base, type: 'project', project, role: { self, id: Number(role.id), name: role.name } };
    }
  }
}
