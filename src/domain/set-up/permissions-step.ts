import { GROUP_ROLES } from '../policy';
import { NEEDED_PERMISSIONS } from './needed-permissions';
import { byHand, listed, type SetUpStep, step, there } from './set-up-step';
import type { Reading } from './workflow-target';

/** Only looked at: the app gives itself nothing, and the scheme of permissions is the project's own. */
export function permissionsStep({ configuration: { permissions, project }, policy }: Reading): SetUpStep {
  if (permissions.kind === 'unreadable') {
    return step('permissions', byHand(`The permissions of the app could not be read. That takes ${permissions.who}.`));
  }
  const namesRoles = GROUP_ROLES.some((role) => policy.groups[role].some(({ kind }) => kind === 'role'));
  const missing = NEEDED_PERMISSIONS.filter(
    ({ key, onlyForRoles }) => (namesRoles || !onlyForRoles) && !permissions.value.includes(key),
  );
  if (missing.length === 0) return step('permissions', there('The app has the permissions that it needs.'));
  const here = missing.filter(({ scope }) => scope === 'project').map(({ name }) => name);
  const onSite = missing.filter(({ scope }) => scope === 'site').map(({ name }) => name);
  return step(
    'permissions',
    byHand(
      [
        ...(here.length === 0
          ? []
          : [
              `In ${project.key}, open Project settings, then Permissions, and add the app, or the role of apps (atlassian-addons-project-access), to ${listed(here)}.`,
            ]),
        ...(onSite.length === 0 ? [] : [`In the global permissions of Jira, add the app to ${listed(onSite)}.`]),
        `Without: ${missing.map(({ without }) => without).join('; ')}.`,
      ].join(' '),
    ),
  );
}
