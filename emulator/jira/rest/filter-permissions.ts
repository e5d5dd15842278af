import * as v from 'valibot';
import { JiraError } from './errors';
import { newPermission, ownFilter, permissionJson, seenFilter, shareOf } from './filter-sharing';
import { noContent, type Operation, param, readWholeBody } from './operation';

const PATH = '/filter/{id}/permission';

/** For a filter that is not there for the caller these operations answer 404, those of the filter itself 400. */
function or404<Found>(find: () => Found): Found {
  try {
    return find();
  } catch (failure) {
    throw failure instanceof JiraError && failure.status === 400 ? new JiraError(404, failure.errorMessages) : failure;
  }
}

export const getSharePermissions: Operation = {
  operationId: 'getSharePermissions',
  method: 'GET',
  path: PATH,
  handle: (call) => {
    const { sharePermissions } = or404(() => seenFilter(call, param(call, 'id')));
    return Response.json(sharePermissions.map((permission) => permissionJson(call, permission)));
  },
};

const BodySchema = v.object({
  type: v.picklist(['user', 'group', 'project', 'projectRole', 'global', 'authenticated']),
  accountId: v.optional(v.string()),
  groupId: v.optional(v.string()),
  groupname: v.optional(v.string()),
  projectId: v.optional(v.string()),
  projectRoleId: v.optional(v.string()),
});

/** Shared with everybody, a filter is shared with nobody besides. */
export const addSharePermission: Operation = {
  operationId: 'addSharePermission',
  method: 'POST',
  path: PATH,
  handle: (call) => {
    const filter = or404(() => ownFilter(call, param(call, 'id')));
    const { type, accountId, groupId, groupname, projectId, projectRoleId } = readWholeBody(BodySchema, call);
    const share = shareOf(call, { type, accountId, groupId, groupName: groupname, projectId, roleId: projectRoleId });
    const made = newPermission(call, share);
    const isForAll = share.kind === 'global' || share.kind === 'loggedin';
    filter.sharePermissions = isForAll ? [made] : [...filter.sharePermissions, made];
    return Response.json(
      filter.sharePermissions.map((permission) => permissionJson(call, permission)),
      { status: 201 },
    );
  },
};

export const deleteSharePermission: Operation = {
  operationId: 'deleteSharePermission',
  method: 'DELETE',
  path: `${PATH}/{permissionId}`,
  handle: (call) => {
    const filter = or404(() => ownFilter(call, param(call, 'id')));
    const remaining = filter.sharePermissions.filter(({ id }) => id !== param(call, 'permissionId'));
    if (remaining.length === filter.sharePermissions.length) throw new JiraError(404, ['The permission is not found.']);
    filter.sharePermissions = remaining;
    return noContent();
  },
};
