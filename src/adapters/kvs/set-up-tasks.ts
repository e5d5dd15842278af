import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { SetUpTasks } from '../../application/ports';

const keyOf = (projectId: string) => `set-up-task:${projectId}`;

export const kvsSetUpTasks: SetUpTasks = {
  last: async (projectId) => v.parse(v.optional(v.string()), await kvs.get<unknown>(keyOf(projectId))) ?? null,
  remember: (projectId, taskId) => kvs.set(keyOf(projectId), taskId),
};
