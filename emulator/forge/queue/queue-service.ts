import * as v from 'valibot';
import type { SiteClock } from '../../clock';
import type { Agenda } from '../agenda';
import type { Invocation, InvocationRequest, Outcome } from '../invocation';
import type { ForgeLog } from '../log';
import type { Manifest } from '../manifest';
import type { ConsumerModule } from '../manifest-schema';
import { createConcurrency } from './concurrency';
import { asyncEvent, JobSchema, type Message, PublishSchema, remainingRetention, retryRequest } from './message';

export interface QueueService {
  queueOf(body: unknown): string;
  publish(body: unknown): Response;
  stats(body: unknown): Response;
  cancel(body: unknown): Response;
}

interface QueueParts {
  readonly manifest: Manifest;
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly log: ForgeLog;
  readonly invoke: (request: InvocationRequest) => Promise<Invocation>;
}

interface Job {
  readonly queueName: string;
  success: number;
  inProgress: number;
  failed: number;
  cancelled: boolean;
}

const MOST_EVENTS = 50;
const MOST_BYTES = 200 * 1024;
const DEFAULT_LIMIT_SECONDS = 55;
const LONGEST_BACK_OFF_SECONDS = 900;

/** The async events of an installation: at least once, tried again within 24 hours, in no promised order. */
export function createQueueService({ manifest, clock, agenda, log, invoke }: QueueParts): QueueService {
  const jobs = new Map<string, Job>();
  const concurrency = createConcurrency();

  const schedule = (message: Message, delaySeconds: number) => {
    const due = new Date(clock.now().getTime() + delaySeconds * 1000);
    agenda.add(due, `message ${message.eventId} of queue ${message.queueName}`, () => deliver(message));
  };

  async function deliver(message: Message): Promise<void> {
    const job = jobs.get(message.jobId);
    const consumer = manifest.consumers.find(({ queue }) => queue === message.queueName);
    if (job === undefined || consumer === undefined || !concurrency.enter(message)) return;
    if (!job.cancelled) {
      const { outcome } = await invoke(requestOf(manifest, consumer, message, clock.now()));
      conclude(message, job, outcome);
    }
    const next = concurrency.release(message);
    if (next !== undefined) schedule(next, 0);
  }

  function conclude(message: Message, job: Job, outcome: Outcome | undefined): void {
    const retry = retryOf(outcome, message.retryCount);
    if (retry === undefined) {
      job.inProgress -= 1;
      job.success += 1;
    } else if (remainingRetention(message, clock.now()) <= 0) {
      job.inProgress -= 1;
      job.failed += 1;
      log.notices.push({ at: clock.now(), text: `Message ${message.eventId} was dropped after 24 hours of failures.` });
    } else {
      message.retryCount += 1;
      message.lastRetry = { reason: retry.reason, data: retry.data };
      schedule(message, retry.afterSeconds);
    }
  }

  return {
    queueOf: (body) => (v.is(JobSchema, body) ? body.queueName : ''),
    publish(body) {
      const parsed = v.safeParse(PublishSchema, body);
      if (!parsed.success) return Response.json({ message: parsed.issues[0].message }, { status: 400 });
      const { queueName, jobId, payload } = parsed.output;
      if (payload.length > MOST_EVENTS || JSON.stringify(payload).length > MOST_BYTES) {
        return Response.json({ errorMessage: 'The events are too many or too big.' }, { status: 413 });
      }
      if (!manifest.consumers.some(({ queue }) => queue === queueName)) {
        log.unmodelled.push({ at: clock.now(), what: `queue ${queueName}: published to, and it has no consumer` });
      }
      jobs.set(jobId, { queueName, success: 0, inProgress: payload.length, failed: 0, cancelled: false });
      const enqueuedAt = clock.now();
      payload.forEach((event, index) => {
        const eventId = `${jobId}#${index}`;
        schedule(
          { queueName, jobId, eventId, event, enqueuedAt, retryCount: 0, lastRetry: undefined },
          event.delayInSeconds,
        );
      });
      return Response.json({}, { status: 201 });
    },
    stats(body) {
      const job = jobOf(jobs, body);
      if (job === undefined) return Response.json({ message: 'Job not found' }, { status: 404 });
      return Response.json({ success: job.success, inProgress: job.inProgress, failed: job.failed });
    },
    cancel(body) {
      const job = jobOf(jobs, body);
      if (job === undefined) return Response.json({ message: 'Job not found' }, { status: 404 });
      job.cancelled = true;
      return new Response(null, { status: 204 });
    },
  };
}

function jobOf(jobs: ReadonlyMap<string, Job>, body: unknown): Job | undefined {
  const job = v.is(JobSchema, body) ? jobs.get(body.jobId) : undefined;
  return v.is(JobSchema, body) && job?.queueName === body.queueName ? job : undefined;
}

const requestOf = (manifest: Manifest, consumer: ConsumerModule, message: Message, now: Date): InvocationRequest => ({
  functionKey: consumer.function,
  moduleKey: consumer.key,
  payload: asyncEvent(message, now),
  limitSeconds:
    manifest.functions.find(({ key }) => key === consumer.function)?.timeoutSeconds ?? DEFAULT_LIMIT_SECONDS,
});

interface Retry {
  readonly afterSeconds: number;
  readonly reason: string;
  readonly data: unknown;
}

/** A returned InvocationError, a throw and a time-out are all tried again; the reasons are those of @forge/events. */
function retryOf(outcome: Outcome | undefined, retryCount: number): Retry | undefined {
  const afterSeconds = Math.min(2 ** retryCount, LONGEST_BACK_OFF_SECONDS);
  switch (outcome?.kind) {
    case 'returned':
      return retryRequest(outcome.value);
    case 'threw':
      return { afterSeconds, reason: 'FUNCTION_RETRY_REQUEST', data: undefined };
    case 'timed-out':
      return { afterSeconds, reason: 'FUNCTION_TIME_OUT', data: undefined };
    default:
      return { afterSeconds, reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', data: undefined };
  }
}
