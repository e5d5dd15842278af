import * as v from 'valibot';
import type { SiteClock } from '../../clock';
import type { Agenda } from '../agenda';
import type { Invocation, InvocationRequest, Outcome } from '../invocation';
import type { ForgeLog } from '../log';
import type { Manifest } from '../manifest';
import type { ConsumerModule } from '../manifest-schema';
import type { SeededRandom } from '../seeded-random';
import { createConcurrency } from './concurrency';
import { asyncEvent, JobSchema, type Message, PublishSchema } from './message';
import { limitSecondsOf, publishRefusal, withinLastMinute } from './publish-limits';
import type { QueueSnapshot, QueuedJob } from './queue-snapshot';
import { isPastRetention, retryOf, triedAgain } from './retry';

export interface QueueService {
  queueOf(body: unknown): string;
  /** `depth`: how many pushes by consumers led to the invocation that publishes. */
  publish(body: unknown, depth: number): Response;
  stats(body: unknown): Response;
  cancel(body: unknown): Response;
  deliver(message: Message): Promise<void>;
  readonly settings: QueueSettings;
  snapshot(): QueueSnapshot;
  restore(snapshot: QueueSnapshot): void;
}

/** What a test may set. */
export interface QueueSettings {
  /** The probability, 0 to 1, that a message is delivered twice. */
  duplicates: number;
}

interface QueueParts {
  readonly manifest: Manifest;
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly log: ForgeLog;
  readonly random: SeededRandom;
  readonly invoke: (request: InvocationRequest) => Promise<Invocation>;
}

/** A duplicate comes up to this much later. */
const LATEST_DUPLICATE_SECONDS = 60;

/** The async events of an installation: at least once, tried again within 24 hours, in no promised order. */
export function createQueueService(parts: QueueParts): QueueService {
  const { manifest, clock, agenda, log, random, invoke } = parts;
  const settings: QueueSettings = { duplicates: 0 };
  const jobs = new Map<string, QueuedJob>();
  const concurrency = createConcurrency();
  let pushes: ReturnType<typeof withinLastMinute> = [];

  const schedule = (message: Message, delaySeconds: number) =>
    agenda.add(new Date(clock.now().getTime() + delaySeconds * 1000), { kind: 'message', message });

  function conclude(message: Message, outcome: Outcome | undefined): void {
    const count = (change: Partial<QueuedJob>) => {
      const job = jobs.get(message.jobId);
      if (job !== undefined && !message.isCopy)
        jobs.set(message.jobId, { ...job, inProgress: job.inProgress - 1, ...change });
    };
    const job = jobs.get(message.jobId);
    const retry = retryOf(outcome, message.failures);
    if (retry === undefined) {
      count({ success: (job?.success ?? 0) + 1 });
    } else if (isPastRetention(message, retry, clock.now())) {
      count({ failed: (job?.failed ?? 0) + 1 });
      log.notices.push({ at: clock.now(), text: `Message ${message.eventId} was dropped after 24 hours of failures.` });
    } else {
      schedule(triedAgain(message, retry), retry.afterSeconds);
    }
  }

  function enqueue(message: Message): void {
    schedule(message, message.event.delayInSeconds);
    if (settings.duplicates === 0 || random.next() >= settings.duplicates) return;
    const later = Math.round(random.next() * LATEST_DUPLICATE_SECONDS);
    schedule({ ...message, isCopy: true }, message.event.delayInSeconds + later);
  }

  return {
    settings,
    queueOf: (body) => (v.is(JobSchema, body) ? body.queueName : ''),
    publish(body, depth) {
      const parsed = v.safeParse(PublishSchema, body);
      if (!parsed.success) return Response.json({ message: parsed.issues[0].message }, { status: 400 });
      const { queueName, jobId, payload } = parsed.output;
      pushes = withinLastMinute(pushes, clock.now());
      const refusal = publishRefusal({ manifest, queueName, events: payload, depth, recent: pushes });
      if (refusal !== undefined) return refusal;
      if (!manifest.consumers.some(({ queue }) => queue === queueName)) {
        log.unmodelled.push({ at: clock.now(), what: `queue ${queueName}: published to, and it has no consumer` });
      }
      const enqueuedAt = clock.now().getTime();
      pushes = [...pushes, { at: enqueuedAt, count: payload.length }];
      forgetFinished(jobs);
      jobs.set(jobId, { queueName, success: 0, inProgress: payload.length, failed: 0, cancelled: false });
      payload.forEach((event, index) => {
        const eventId = `${jobId}#${index}`;
        enqueue({ queueName, jobId, eventId, event, enqueuedAt, depth, retryCount: 0, failures: 0, isCopy: false });
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
      if (job === undefined || !v.is(JobSchema, body))
        return Response.json({ message: 'Job not found' }, { status: 404 });
      jobs.set(body.jobId, { ...job, cancelled: true });
      return new Response(null, { status: 204 });
    },
    async deliver(message) {
      const consumer = manifest.consumers.find(({ queue }) => queue === message.queueName);
      if (consumer === undefined || !concurrency.enter(message)) return;
      if (jobs.get(message.jobId)?.cancelled !== true) {
        const { outcome } = await invoke(requestOf(manifest, consumer, message, clock.now()));
        conclude(message, outcome);
      }
      const next = concurrency.release(message);
      if (next !== undefined) agenda.add(clock.now(), { kind: 'message', message: next });
    },
    snapshot: () => ({ jobs: Object.fromEntries(jobs), pushes: [...pushes], held: [...concurrency.held()] }),
    restore(snapshot) {
      concurrency.clear();
      jobs.clear();
      for (const [jobId, job] of Object.entries(snapshot.jobs)) jobs.set(jobId, job);
      pushes = snapshot.pushes;
      for (const message of snapshot.held) schedule(message, 0);
    },
  };
}

/** How many jobs can be asked about; the platform does not say how long it remembers one. */
const REMEMBERED_JOBS = 1000;

function forgetFinished(jobs: Map<string, QueuedJob>): void {
  for (const [jobId, { inProgress }] of jobs) {
    if (jobs.size <= REMEMBERED_JOBS) return;
    if (inProgress <= 0) jobs.delete(jobId);
  }
}

function jobOf(jobs: ReadonlyMap<string, QueuedJob>, body: unknown): QueuedJob | undefined {
  const job = v.is(JobSchema, body) ? jobs.get(body.jobId) : undefined;
  return v.is(JobSchema, body) && job?.queueName === body.queueName ? job : undefined;
}

const requestOf = (manifest: Manifest, consumer: ConsumerModule, message: Message, now: Date): InvocationRequest => ({
  functionKey: consumer.function,
  moduleKey: consumer.key,
  payload: asyncEvent(message, now),
  limitSeconds: limitSecondsOf(manifest, consumer.function),
  depth: message.depth + 1,
});
