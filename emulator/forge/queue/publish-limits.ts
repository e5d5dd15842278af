import type { Manifest } from '../manifest';
import type { PublishedEvent } from './message';

// https://developer.atlassian.com/platform/forge/limits-async-events/
const MOST_EVENTS = 50;
const BIGGEST_PUSH = 200 * 1024;
/** Of one event, where the consumer may run for longer than the default. */
const BIGGEST_LONG_RUNNING_EVENT = 100 * 1024;
const MOST_EVENTS_A_MINUTE = 500;
const DEEPEST_CYCLE = 1000;
const MINUTE_MS = 60_000;

export const DEFAULT_LIMIT_SECONDS = 55;

/** Events that were pushed at a time, in epoch milliseconds. */
export interface Push {
  readonly at: number;
  readonly count: number;
}

export const limitSecondsOf = ({ functions }: Manifest, functionKey: string): number =>
  functions.find(({ key }) => key === functionKey)?.timeoutSeconds ?? DEFAULT_LIMIT_SECONDS;

interface Attempt {
  readonly manifest: Manifest;
  readonly queueName: string;
  readonly events: readonly PublishedEvent[];
  /** How many pushes by consumers led to this one. */
  readonly depth: number;
  /** Pushes of the last minute, this one not among them. */
  readonly recent: readonly Push[];
}

/** The refusal that @forge/events turns into an error of its own, or undefined: 413, 429, and 405 for an endless cycle. */
export function publishRefusal({ manifest, queueName, events, depth, recent }: Attempt): Response | undefined {
  if (events.length > MOST_EVENTS) return refusal(413, `A push has at most ${MOST_EVENTS} events.`);
  if (sizeOf(events) > BIGGEST_PUSH) return refusal(413, 'A push is at most 200 KB.');
  const runsLong = manifest.consumers.some(
    (consumer) => consumer.queue === queueName && limitSecondsOf(manifest, consumer.function) > DEFAULT_LIMIT_SECONDS,
  );
  if (runsLong && events.some((event) => sizeOf(event) > BIGGEST_LONG_RUNNING_EVENT)) {
    return refusal(413, 'An event for a consumer that runs longer than 55 seconds is at most 100 KB.');
  }
  if (depth >= DEEPEST_CYCLE) return refusal(405, 'The limit on cyclic invocation has been reached.');
  const pushed = recent.reduce((sum, { count }) => sum + count, events.length);
  return pushed > MOST_EVENTS_A_MINUTE ? refusal(429, 'Too many requests.') : undefined;
}

export const withinLastMinute = (pushes: readonly Push[], now: Date): readonly Push[] =>
  pushes.filter(({ at }) => at > now.getTime() - MINUTE_MS);

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

const refusal = (status: number, message: string) => Response.json({ message, errorMessage: message }, { status });
