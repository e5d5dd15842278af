import { route } from '@forge/api';
import * as v from 'valibot';
import type { TaskFacts } from '../../../domain/set-up/site-facts';
import { orNull } from '../configuration/part';
import { getJson } from '../request';

const TaskShape = v.object({
  status: v.picklist(['ENQUEUED', 'RUNNING', 'COMPLETE', 'FAILED', 'CANCEL_REQUESTED', 'CANCELLED', 'DEAD']),
  progress: v.optional(v.number(), 0),
  message: v.nullish(v.string()),
});

/** Null: there is no such task any more, or it came to a good end. */
export async function readTask(taskId: string): Promise<TaskFacts | null> {
  const task = await orNull(() => getJson('person', route`/rest/api/3/task/${taskId}`, TaskShape));
  if (task === null || task.status === 'COMPLETE') return null;
  const { status, progress, message } = task;
  const isRunning = status === 'ENQUEUED' || status === 'RUNNING' || status === 'CANCEL_REQUESTED';
  return { state: isRunning ? 'running' : 'failed', progress, message: message ?? '' };
}
