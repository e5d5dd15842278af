import { route } from '@forge/api';
import * as v from 'valibot';
import type { Projects } from '../../application/ports';
import { getJson } from './request';

const StatusesShape = v.array(v.object({ statuses: v.array(v.object({ id: v.string(), name: v.string() })) }));

export const jiraProjects: Projects = {
  async statusesOf(projectId) {
    const types = await getJson('app', route`/rest/api/3/project/${projectId}/statuses`, StatusesShape);
    const byId = new Map(types.flatMap(({ statuses }) => statuses.map(({ id, name }) => [id, { id, name }])));
    return [...byId.values()];
  },
};
