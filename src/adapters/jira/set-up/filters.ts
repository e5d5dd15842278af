import { route } from '@forge/api';
import * as v from 'valibot';
import type { Deed } from '../../../domain/set-up/deed';
import type { FilterFacts } from '../../../domain/set-up/site-facts';
import { allPages } from '../configuration/pages';
import { call, getJson } from '../request';

const FilterShape = v.object({
  id: v.string(),
  name: v.string(),
  jql: v.optional(v.string(), ''),
  sharePermissions: v.optional(
    v.array(v.object({ type: v.string(), project: v.nullish(v.object({ id: v.string() })) })),
    [],
  ),
});

/** Filters that are shared with the project or belong to the person. */
export async function readFilters(projectId: string): Promise<readonly FilterFacts[]> {
  const expand = 'jql,sharePermissions';
  const [mine, shared] = await Promise.all([
    getJson('person', route`/rest/api/3/filter/my?expand=${expand}`, v.array(FilterShape)),
    allPages(
      'person',
      (startAt) => route`/rest/api/3/filter/search?projectId=${projectId}&expand=${expand}&startAt=${startAt}`,
      FilterShape,
    ),
  ]);
  const own = new Set(mine.map(({ id }) => id));
  return [...mine, ...shared.filter(({ id }) => !own.has(id))].map(({ id, name, jql, sharePermissions }) => ({
    id,
    name,
    jql,
    isOwn: own.has(id),
    isShared: sharePermissions.some(({ type, project }) => type === 'project' && project?.id === projectId),
  }));
}

export async function saveFilters({ projectId, filters }: Extract<Deed, { kind: 'filters' }>): Promise<void> {
  for (const { filterId, name, jql, description } of filters) {
    const sharePermissions = [{ type: 'project', project: { id: projectId } }];
    const body = { name, description, jql, sharePermissions };
    await (filterId === null
      ? call('person', 'POST', route`/rest/api/3/filter`, body)
      : call('person', 'PUT', route`/rest/api/3/filter/${filterId}`, body));
  }
}
