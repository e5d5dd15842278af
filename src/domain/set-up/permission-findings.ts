import { GROUP_ROLES, type Policy } from '../policy';
import { type ProjectConfiguration, valueOf } from './configuration';
import type { Finding } from './finding';
import { NEEDED_PERMISSIONS } from './needed-permissions';

/** What the app's own account may not do and would have to. */
export function permissionFindings({ permissions, project }: ProjectConfiguration, policy: Policy): readonly Finding[] {
  const held = valueOf(permissions);
  if (held === undefined) return [];
  const usesRoles = GROUP_ROLES.some((role) => policy.groups[role].some(({ kind }) => kind === 'role'));
  return NEEDED_PERMISSIONS.filter(({ key, onlyForRoles }) => !held.includes(key) && (usesRoles || !onlyForRoles)).map(
    ({ key, name, without, scope }): Finding => ({
      id: `permission-missing:${key}`,
      severity: key === 'BROWSE_PROJECTS' ? 'hole' : 'warning',
      title: `The app does not have the permission ${name}`,
      risk: `Without it ${without}.`,
      mend:
        scope === 'site'
          ? `Grant the app's account ${name} in the global permissions.`
          : `Grant the app's account ${name} in the permission scheme of project ${project.key}.`,
      stepId: 'permissions',
    }),
  );
}
