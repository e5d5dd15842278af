import { route } from '@forge/api';
import * as v from 'valibot';
import type { SiteProjects } from '../../application/ports';
import { jqlField } from '../../domain/set-up/filters';
import { PROJECTION_FIELD } from './issue-shape';
import { getJson, postJson, unlessRefused } from './request';

const PAGE = 20;

const PageShape = v.object({
  values: v.array(v.object({ id: v.string(), key: v.string(), name: v.string(), simplified: v.boolean() })),
  isLast: v.boolean(),
});

const FieldsShape = v.array(
  v.object({ name: v.string(), schema: v.optional(v.object({ custom: v.optional(v.string()) })) }),
);

const CountShape = v.object({ count: v.number() });

export const jiraSiteProjects: SiteProjects = {
  async page(query, startAt) {
    const path = route`/rest/api/3/project/search?query=${query}&startAt=${startAt}&maxResults=${PAGE}`;
    const { values, isLast } = await getJson('person', path, PageShape);
    return {
      projects: values.map(({ id, key, name, simplified }) => ({
        projectId: id,
        key,
        name,
        style: simplified ? 'team-managed' : 'company-managed',
      })),
      next: isLast ? null : startAt + values.length,
    };
  },
  async openBreaches(projectIds) {
    const counts = new Map<string, number>();
    const field = projectIds.length === 0 ? undefined : await ownField();
    if (field === undefined) return counts;
    await Promise.all(
      projectIds.map(async (projectId) => {
        const jql = `project = ${projectId} AND ${field}.breaches != "none" AND ${field}.phase NOT IN ("completed", "cancelled")`;
        const found = await unlessRefused(() =>
          postJson('person', route`/rest/api/3/search/approximate-count`, { jql }, CountShape),
        );
        if (found !== undefined) counts.set(projectId, found.count);
      }),
    );
    return counts;
  },
};

/** The app's own field, as JQL names it; on development environments Jira adds a suffix to its name. */
async function ownField(): Promise<string | undefined> {
  const fields = await getJson('person', route`/rest/api/3/field`, FieldsShape);
  const own = fields.find(({ schema }) => schema?.custom?.endsWith(PROJECTION_FIELD) === true);
  return own && jqlField(own.name);
}
