import type { Holder } from '../model/site';
import { administeredProject } from '../permissions';
import { expands, type Call, type Operation, param } from './operation';

/** Each project has a permission scheme of its own here, with the id of the project. */
export const getAssignedPermissionScheme: Operation = {
  operationId: 'getAssignedPermissionScheme',
  method: 'GET',
  path: '/project/{projectKeyOrId}/permissionscheme',
  expand: ['permissions', 'user', 'group', 'projectRole', 'all'],
  handle: (call) => {
    const project = administeredProject(call.store, call.who, param(call, 'projectKeyOrId'));
    const self = `${call.jira.baseUrl()}/rest/api/3/permissionscheme/${project.id}`;
    const grants = Object.entries(project.permissions).flatMap(([permission, holders]) =>
      holders.map((holder) => ({ permission, holder: holderJson(call, holder) })),
    );
    const permissions = grants.map((grant, index) => {
      const id = Number(project.id) * 1_000 + index;
      return { id, self: `${self}/permission/${id}`, ...grant };
    });
    const isAsked = expands(call, 'permissions') || expands(call, 'all');
    return Response.json({
      id: Number(project.id),
      self,
      name: `${project.key}: Permission Scheme`,
      description: '',
      ...(isAsked ? { permissions } : {}),
    });
  },
};

function holderJson({ store }: Call, holder: Holder) {
  if ('accountId' in holder) return { type: 'user', parameter: holder.accountId, value: holder.accountId };
  if ('roleId' in holder) return { type: 'projectRole', parameter: holder.roleId, value: holder.roleId };
  if ('groupId' in holder) {
    return { type: 'group', parameter: store.groups.get(holder.groupId)?.name ?? '', value: holder.groupId };
  }
  return { type: holder.dynamic };
}
