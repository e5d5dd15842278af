import * as v from 'valibot';
import { call } from './call';
import { mapReply, type Reply } from './reply';

const HeldSchema = v.object({ permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })) });

/** Whether the viewer may comment on the issue. */
export async function readMayComment(issueKey: string): Promise<Reply<boolean>> {
  const reply = await call(HeldSchema, '/rest/api/3/mypermissions', {
    query: { issueKey, permissions: 'ADD_COMMENTS' },
  });
  return mapReply(reply, ({ permissions }) => permissions.ADD_COMMENTS?.havePermission === true);
}
