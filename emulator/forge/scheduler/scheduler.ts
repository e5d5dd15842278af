import { createHash } from 'node:crypto';
import type { SiteClock } from '../../clock';
import type { Agenda } from '../agenda';
import { type AppIdentity } from '../identity';
import type { Invocation, InvocationRequest } from '../invocation';
import type { ScheduledJob } from '../job';
import type { Manifest } from '../manifest';
import type { ScheduledTriggerModule } from '../manifest-schema';
import { limitSecondsOf } from '../queue/publish-limits';
import type { SeededRandom } from '../seeded-random';

export interface Scheduler {
  /** Runs the scheduled trigger now, beside its own times. Throws when the manifest has none of that key. */
  run(key: string): Promise<Invocation>;
  deliver(job: ScheduledJob): Promise<void>;
  readonly settings: SchedulerSettings;
  /** The triggers with their intervals: other ones in the manifest mean that all of them start anew. */
  fingerprint(): string;
  /** Plans the first run of every trigger, as after a deployment. */
  start(): void;
}

/** What a test may set. */
export interface SchedulerSettings {
  /** The probability, 0 to 1, that a run comes twice. */
  duplicates: number;
}

interface SchedulerParts {
  readonly manifest: Manifest;
  readonly identity: AppIdentity;
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly random: SeededRandom;
  /** Whether the runs after the first have a place within the interval that is this installation's own. */
  readonly spread: boolean;
  readonly invoke: (request: InvocationRequest) => Promise<Invocation>;
}

const MINUTE = 60_000;
const INTERVALS = { fiveMinute: 5 * MINUTE, hour: 60 * MINUTE, day: 1440 * MINUTE, week: 10_080 * MINUTE } as const;

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/ */
const FIRST_RUN = 5 * MINUTE;
const MOST_TRIGGERS = 5;

/**
 * Runs scheduled triggers on the site's clock. What a throw left is not run again before the next time, and nothing
 * keeps a run from starting while the one before is still running.
 */
export function createScheduler(parts: SchedulerParts): Scheduler {
  const { manifest, identity, clock, agenda, random, spread, invoke } = parts;
  const { scheduledTriggers } = manifest;
  if (scheduledTriggers.length > MOST_TRIGGERS) throw new Error('An app has at most five scheduled triggers.');
  const settings: SchedulerSettings = { duplicates: 0 };
  const triggerOf = (key: string) => scheduledTriggers.find((candidate) => candidate.key === key);

  const plan = (key: string, due: number, plans: boolean) =>
    agenda.add(new Date(due), { kind: 'scheduled', triggerKey: key, due, plans });

  const nextRun = (due: number, interval: number): number => {
    const now = clock.now().getTime();
    return spread ? nextAtPlace(now, interval, placeOf(identity)) : nextAfter(due, interval, now);
  };

  return {
    settings,
    fingerprint: () => JSON.stringify(scheduledTriggers.map(({ key, interval }) => [key, interval])),
    start() {
      for (const { key } of scheduledTriggers) plan(key, clock.now().getTime() + FIRST_RUN, true);
    },
    run(key) {
      const trigger = triggerOf(key);
      if (trigger === undefined) throw new Error(`The manifest has no scheduled trigger ${key}.`);
      return invoke(requestOf(manifest, identity, trigger));
    },
    async deliver({ triggerKey, due, plans }) {
      const trigger = triggerOf(triggerKey);
      if (trigger === undefined) return;
      if (plans) plan(triggerKey, nextRun(due, INTERVALS[trigger.interval]), true);
      if (plans && settings.duplicates > 0 && random.next() < settings.duplicates) {
        plan(triggerKey, clock.now().getTime() + Math.round(random.next() * MINUTE), false);
      }
      await invoke(requestOf(manifest, identity, trigger));
    },
  };
}

/** Stable for an installation: at least 0 and less than 1. */
const placeOf = ({ installationId }: AppIdentity) =>
  createHash('sha256').update(installationId).digest().readUInt16BE(0) / 65_536;

/** The next time that stands at `place`, a part of the interval, in a row of intervals since 1970. */
const nextAtPlace = (now: number, interval: number, place: number): number =>
  (Math.floor(now / interval - place) + 1 + place) * interval;

/** Runs that a leap of the clock passed over are not made up for. */
function nextAfter(due: number, interval: number, now: number): number {
  const missed = Math.max(0, Math.floor((now - due) / interval));
  return due + (missed + 1) * interval;
}

const requestOf = (manifest: Manifest, identity: AppIdentity, trigger: ScheduledTriggerModule): InvocationRequest => ({
  functionKey: trigger.function,
  moduleKey: trigger.key,
  payload: {
    context: { cloudId: identity.cloudId, moduleKey: trigger.key },
    contextToken: 'a token that means nothing to the app',
  },
  limitSeconds: limitSecondsOf(manifest, trigger.function),
});
