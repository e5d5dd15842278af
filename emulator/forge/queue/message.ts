import * as v from 'valibot';

/** What @forge/events sends to publish; `delayInSeconds` is 0 to 900. */
export const PublishSchema = v.object({
  queueName: v.pipe(v.string(), v.regex(/^[a-zA-Z0-9-_]+$/)),
  jobId: v.string(),
  payload: v.array(
    v.object({
      body: v.record(v.string(), v.unknown()),
      delayInSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(900)), 0),
      concurrency: v.optional(v.object({ key: v.string(), limit: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
    }),
  ),
});

export const JobSchema = v.object({ queueName: v.string(), jobId: v.string() });

export type PublishedEvent = v.InferOutput<typeof PublishSchema>['payload'][number];

/** How an app asks for another delivery: the JSON of an InvocationError of @forge/events. */
const RetryRequestSchema = v.object({
  _retry: v.literal(true),
  retryOptions: v.object({
    retryAfter: v.optional(v.number(), 1),
    retryReason: v.optional(v.string(), 'FUNCTION_RETRY_REQUEST'),
    retryData: v.optional(v.unknown()),
  }),
});

export interface RetryRequest {
  readonly afterSeconds: number;
  readonly reason: string;
  readonly data: unknown;
}

const LONGEST_RETRY_SECONDS = 900;

/** The retry that a returned value asks for, or undefined. */
export function retryRequest(returned: unknown): RetryRequest | undefined {
  const parsed = v.safeParse(RetryRequestSchema, returned);
  if (!parsed.success) return undefined;
  const { retryAfter, retryReason, retryData } = parsed.output.retryOptions;
  return {
    afterSeconds: Math.min(Math.max(retryAfter, 1), LONGEST_RETRY_SECONDS),
    reason: retryReason,
    data: retryData,
  };
}

/** One event on its way to its consumer, however often it is tried. */
export interface Message {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly event: PublishedEvent;
  readonly enqueuedAt: Date;
  /** Deliveries that failed or asked for another. */
  retryCount: number;
  lastRetry: { readonly reason: string; readonly data: unknown } | undefined;
}

const RETENTION_MS = 24 * 3_600_000;

export const remainingRetention = (message: Message, now: Date) =>
  message.enqueuedAt.getTime() + RETENTION_MS - now.getTime();

/** The argument of the consumer. */
export const asyncEvent = (message: Message, now: Date) => ({
  body: message.event.body,
  queueName: message.queueName,
  jobId: message.jobId,
  eventId: message.eventId,
  ...(message.lastRetry === undefined
    ? {}
    : {
        retryContext: {
          retryCount: message.retryCount,
          retryReason: message.lastRetry.reason,
          retryData: message.lastRetry.data,
          retentionWindow: {
            startTime: message.enqueuedAt.toISOString(),
            remainingTimeMs: remainingRetention(message, now),
          },
        },
      }),
});
