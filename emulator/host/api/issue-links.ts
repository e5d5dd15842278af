import * as v from 'valibot';
import { call } from './call';
import { issuePath } from './issues';
import { mapReply, type Reply } from './reply';

const LinkTypeSchema = v.object({ id: v.string(), name: v.string(), inward: v.string(), outward: v.string() });
export type LinkType = v.InferOutput<typeof LinkTypeSchema>;

export async function readLinkTypes(): Promise<Reply<readonly LinkType[]>> {
  const reply = await call(v.object({ issueLinkTypes: v.array(LinkTypeSchema) }), '/rest/api/3/issueLinkType');
  return mapReply(reply, ({ issueLinkTypes }) => issueLinkTypes);
}

/** In Jira's words the inward issue `outward` the outward one, as in "OPS-1 blocks OPS-2". */
export const linkIssues = (typeName: string, inwardKey: string, outwardKey: string): Promise<Reply<unknown>> =>
  call(v.unknown(), '/rest/api/3/issueLink', {
    method: 'POST',
    body: { type: { name: typeName }, inwardIssue: { key: inwardKey }, outwardIssue: { key: outwardKey } },
  });

export const unlinkIssues = (linkId: string): Promise<Reply<unknown>> =>
  call(v.unknown(), `/rest/api/3/issueLink/${encodeURIComponent(linkId)}`, { method: 'DELETE' });

const RemoteLinkSchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  relationship: v.nullish(v.string()),
  object: v.object({ url: v.string(), title: v.string(), summary: v.nullish(v.string()) }),
});
export type RemoteLink = v.InferOutput<typeof RemoteLinkSchema>;

export const readRemoteLinks = (key: string): Promise<Reply<readonly RemoteLink[]>> =>
  call(v.array(RemoteLinkSchema), issuePath(key, '/remotelink'));

export const addRemoteLink = (key: string, url: string, title: string): Promise<Reply<unknown>> =>
  call(v.unknown(), issuePath(key, '/remotelink'), { method: 'POST', body: { object: { url, title } } });

export const removeRemoteLink = (key: string, linkId: string): Promise<Reply<unknown>> =>
  call(v.unknown(), issuePath(key, `/remotelink/${encodeURIComponent(linkId)}`), { method: 'DELETE' });
