import * as v from 'valibot';
import { MessageSchema } from './message';

const QueuedJobSchema = v.object({
  queueName: v.string(),
  success: v.number(),
  inProgress: v.number(),
  failed: v.number(),
  cancelled: v.boolean(),
});

/** What the queue knows besides the messages that wait in the agenda. */
export const QueueSnapshotSchema = v.object({
  jobs: v.record(v.string(), QueuedJobSchema),
  /** Of the last minute; `at` in epoch milliseconds. */
  pushes: v.array(v.object({ at: v.number(), count: v.number() })),
  /** Messages that wait for a place under their concurrency key. */
  held: v.array(MessageSchema),
});

export type QueuedJob = v.InferOutput<typeof QueuedJobSchema>;
export type QueueSnapshot = v.InferOutput<typeof QueueSnapshotSchema>;
