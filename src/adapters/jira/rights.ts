import { type Route, route } from '@forge/api';
import * as v from 'valibot';
import type { Rights } from '../../application/ports';
import { getJson, unlessRefused } from './request';

const HeldShape = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});

async function holds(permission: string, path: Route): Promise<boolean> {
  const held = await unlessRefused(() => getJson('person', path, HeldShape));
  return held?.permissions[permission]?.havePermission === true;
}

export const jiraRights: Rights = {
  administersJira: () => holds('ADMINISTER', route`/rest/api/3/mypermissions?permissions=${'ADMINISTER'}`),
  administersProject: (projectId) =>
    holds(
      'ADMINISTER_PROJECTS',
      route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=${'ADMINISTER_PROJECTS'}`,
    ),
};
