import { route } from '@forge/api';
import * as v from 'valibot';
import type { Reader } from '../../../application/ports';
import type { ProjectConfiguration, WorkTypeFacts } from '../../../domain/set-up/configuration';
import type { Status } from '../../../domain/policy';
import { getJson } from '../request';
import { orNull } from './part';

const WorkTypeShape = v.object({ id: v.string(), name: v.string(), subtask: v.boolean() });

export const ProjectShape = v.pipe(
  v.object({
    id: v.string(),
    key: v.string(),
    name: v.string(),
    style: v.optional(v.picklist(['classic', 'next-gen']), 'classic'),
    issueTypes: v.array(WorkTypeShape),
  }),
  v.transform(({ id, key, name, style, issueTypes }): ReadProject => ({
    projectId: id,
    key,
    name,
    style: style === 'classic' ? 'company-managed' : 'team-managed',
    workTypes: issueTypes,
  })),
);

export type ReadProject = ProjectConfiguration['project'] & Pick<ProjectConfiguration, 'workTypes'>;

/** The project with its work types; null where it does not exist or is hidden. 1 call. */
export const readProject = (as: Reader, projectId: string): Promise<ReadProject | null> =>
  orNull(() => getJson(as, route`/rest/api/3/project/${projectId}`, ProjectShape));

const StatusesShape = v.array(
  v.object({ id: v.string(), statuses: v.array(v.object({ id: v.string(), name: v.string() })) }),
);

/** The statuses that issues of a work type can have in a project. 1 call. */
export async function readStatuses(as: Reader, projectId: string, typeId: string): Promise<readonly Status[]> {
  const types = await getJson(as, route`/rest/api/3/project/${projectId}/statuses`, StatusesShape);
  return types.find(({ id }) => id === typeId)?.statuses ?? [];
}

const SiteTypesShape = v.array(v.object({ ...WorkTypeShape.entries, scope: v.optional(v.unknown()) }));

/** The work types that company-managed projects can have; those of a team-managed project have a scope. 1 call. */
export async function readSharedTypes(as: Reader): Promise<readonly WorkTypeFacts[]> {
  const types = await getJson(as, route`/rest/api/3/issuetype`, SiteTypesShape);
  return types.filter(({ scope }) => scope === undefined);
}
