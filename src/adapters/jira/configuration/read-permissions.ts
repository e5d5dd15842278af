import { route } from '@forge/api';
import * as v from 'valibot';
import type { Part } from '../../../domain/set-up/configuration';
import { NEEDED_PERMISSIONS } from '../../../domain/set-up/needed-permissions';
import { postJson } from '../request';
import { JIRA_ADMINISTRATOR, partOf } from './part';

const GrantsShape = v.object({
  globalPermissions: v.array(v.string()),
  projectPermissions: v.array(v.object({ permission: v.string(), projects: v.optional(v.array(v.number()), []) })),
});

const keysOf = (scope: 'project' | 'site') =>
  NEEDED_PERMISSIONS.filter((permission) => permission.scope === scope).map(({ key }) => key);

/** What of NEEDED_PERMISSIONS the app has. Whoever reads, the app asks for itself. 1 call. */
export const readPermissions = (projectId: string): Promise<Part<readonly string[]>> =>
  partOf('the permissions of the app', JIRA_ADMINISTRATOR, async () => {
    const project = Number(projectId);
    const asked = {
      globalPermissions: keysOf('site'),
      projectPermissions: [{ permissions: keysOf('project'), projects: [project], issues: [] }],
    };
    const granted = await postJson('app', route`/rest/api/3/permissions/check`, asked, GrantsShape);
    const inProject = granted.projectPermissions.filter(({ projects }) => projects.includes(project));
    return [...granted.globalPermissions, ...inProject.map(({ permission }) => permission)];
  });
