import * as v from 'valibot';
import { MessageSchema } from './queue/message';

const EventJobSchema = v.object({
  kind: v.literal('event'),
  triggerKey: v.string(),
  eventType: v.string(),
  /** As the platform sends it, without what the trigger asks to have included. */
  payload: v.record(v.string(), v.unknown()),
  retryCount: v.number(),
  retryContext: v.optional(v.record(v.string(), v.unknown())),
});

const MessageJobSchema = v.object({ kind: v.literal('message'), message: MessageSchema });

const ScheduledJobSchema = v.object({
  kind: v.literal('scheduled'),
  triggerKey: v.string(),
  /** Epoch milliseconds. */
  due: v.number(),
  /** Whether the next run is planned when this one comes; a duplicate plans none. */
  plans: v.boolean(),
});

/** Something the platform will deliver later, as plain JSON so that it can be kept. */
export const JobSchema = v.variant('kind', [EventJobSchema, MessageJobSchema, ScheduledJobSchema]);

export type Job = v.InferOutput<typeof JobSchema>;
export type EventJob = v.InferOutput<typeof EventJobSchema>;
export type ScheduledJob = v.InferOutput<typeof ScheduledJobSchema>;

/** A job and when it is due, in epoch milliseconds. */
export const PlannedJobSchema = v.object({ due: v.number(), job: JobSchema });

export type PlannedJob = v.InferOutput<typeof PlannedJobSchema>;

export function describeJob(job: Job): string {
  switch (job.kind) {
    case 'event':
      return `event ${job.eventType} for trigger ${job.triggerKey}`;
    case 'message':
      return `message ${job.message.eventId} of queue ${job.message.queueName}`;
    case 'scheduled':
      return `scheduled trigger ${job.triggerKey}`;
  }
}
