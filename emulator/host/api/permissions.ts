import * as v from 'valibot';
import { call, type Query } from './call';
import { mapReply, type Reply } from './reply';

const HeldSchema = v.object({ permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })) });

async function readHeld(permission: string, where: Query): Promise<Reply<boolean>> {
  const reply = await call(HeldSchema, '/rest/api/3/mypermissions', { query: { ...where, permissions: permission } });
  return mapReply(reply, ({ permissions }) => permissions[permission]?.havePermission === true);
}

/** Whether the viewer may comment on the issue. */
export const readMayComment = (issueKey: string): Promise<Reply<boolean>> => readHeld('ADD_COMMENTS', { issueKey });

export const readMayDelete = (issueKey: string): Promise<Reply<boolean>> => readHeld('DELETE_ISSUES', { issueKey });

/** Whether the viewer is an administrator of the project. */
export const readAdministersProject = (projectKey: string): Promise<Reply<boolean>> =>
  readHeld('ADMINISTER_PROJECTS', { projectKey });

/** Whether the viewer is a Jira administrator. */
export const readAdministersJira = (): Promise<Reply<boolean>> => readHeld('ADMINISTER', {});
