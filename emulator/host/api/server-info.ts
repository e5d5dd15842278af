import * as v from 'valibot';
import { call } from './call';
import type { Reply } from './reply';

const ServerInfoSchema = v.object({
  baseUrl: v.string(),
  serverTitle: v.optional(v.string(), 'Jira'),
  deploymentType: v.optional(v.string(), ''),
  version: v.optional(v.string(), ''),
});
export type ServerInfo = v.InferOutput<typeof ServerInfoSchema>;

export const readServerInfo = (): Promise<Reply<ServerInfo>> => call(ServerInfoSchema, '/rest/api/3/serverInfo');
