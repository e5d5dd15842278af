import * as v from 'valibot';

const PublishedEventSchema = v.object({
  body: v.record(v.string(), v.unknown()),
  delayInSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(900)), 0),
  concurrency: v.optional(v.object({ key: v.string(), limit: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
});

/** What @forge/events sends to publish; `delayInSeconds` is 0 to 900. */
export const PublishSchema = v.object({
  queueName: v.pipe(v.string(), v.regex(/^[a-zA-Z0-9-_]+$/)),
  jobId: v.string(),
  payload: v.array(PublishedEventSchema),
});

export type PublishedEvent = v.InferOutput<typeof PublishedEventSchema>;

export const JobSchema = v.object({ queueName: v.string(), jobId: v.string() });

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
const BIGGEST_RETRY_DATA = 4 * 1024;

/** The retry that a returned value asks for, or undefined. */
export function retryRequest(returned: unknown): RetryRequest | undefined {
  const parsed = v.safeParse(RetryRequestSchema, returned);
  if (!parsed.success) return undefined;
  const { retryAfter, retryReason, retryData } = parsed.output.retryOptions;
  return {
    afterSeconds: Math.min(Math.max(retryAfter, 1), LONGEST_RETRY_SECONDS),
    reason: retryReason,
    data: carried(retryData),
  };
}

/** More than 4 KB is not carried, nor is what is no object: https://jira.atlassian.com/browse/ECO-734 */
function carried(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return undefined;
  return Buffer.byteLength(JSON.stringify(data)) > BIGGEST_RETRY_DATA ? undefined : data;
}

const LastRetrySchema = v.object({ reason: v.string(), data: v.optional(v.unknown()) });

/** One event on its way to its consumer, however often it is tried. */
export const MessageSchema = v.object({
  queueName: v.string(),
  jobId: v.string(),
  eventId: v.string(),
  event: PublishedEventSchema,
  /** Epoch milliseconds. */
  enqueuedAt: v.number(),
  /** Deliveries that failed by the app or asked for another; those that the platform failed are not counted. */
  retryCount: v.number(),
  /** Deliveries that failed, whoever failed. */
  failures: v.number(),
  lastRetry: v.optional(LastRetrySchema),
  /** How many pushes by consumers led to this one. */
  depth: v.number(),
  /** A second delivery of what is delivered anyway: the job does not count it. */
  isCopy: v.boolean(),
});

export type Message = v.InferOutput<typeof MessageSchema>;

/** https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/#retention-window */
const RETENTION_MS = 24 * 3_600_000;
const EXTENSION_MS = 72 * 3_600_000;

/** The window is longer for what the platform failed. */
export const remainingRetention = (message: Message, now: Date, extended: boolean) =>
  message.enqueuedAt + RETENTION_MS + (extended ? EXTENSION_MS : 0) - now.getTime();

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
            startTime: new Date(message.enqueuedAt).toISOString(),
            remainingTimeMs: Math.max(0, remainingRetention(message, now, false)),
          },
        },
      }),
});
