import type { SiteClock } from '../../clock';
import type { Agenda } from '../agenda';
import { type AppIdentity } from '../identity';
import type { Invocation, InvocationRequest } from '../invocation';
import type { Manifest } from '../manifest';
import type { ScheduledTriggerModule } from '../manifest-schema';

export interface Scheduler {
  /** Runs the scheduled trigger now, beside its own times. Throws when the manifest has none of that key. */
  run(key: string): Promise<Invocation>;
}

interface SchedulerParts {
  readonly manifest: Manifest;
  readonly identity: AppIdentity;
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly invoke: (request: InvocationRequest) => Promise<Invocation>;
}

const MINUTE = 60_000;
const INTERVALS = { fiveMinute: 5 * MINUTE, hour: 60 * MINUTE, day: 1440 * MINUTE, week: 10_080 * MINUTE } as const;

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/ */
const FIRST_RUN = 5 * MINUTE;
const DEFAULT_LIMIT_SECONDS = 55;

/** Runs scheduled triggers on the site's clock. What a throw left is not run again before the next time. */
export function createScheduler({ manifest, identity, clock, agenda, invoke }: SchedulerParts): Scheduler {
  const runNow = (trigger: ScheduledTriggerModule) => invoke(requestOf(manifest, identity, trigger));

  const plan = (trigger: ScheduledTriggerModule, due: number): void =>
    agenda.add(new Date(due), `scheduled trigger ${trigger.key}`, async () => {
      plan(trigger, nextAfter(due, INTERVALS[trigger.interval], clock.now().getTime()));
      await runNow(trigger);
    });
  for (const trigger of manifest.scheduledTriggers) plan(trigger, clock.now().getTime() + FIRST_RUN);

  return {
    run(key) {
      const trigger = manifest.scheduledTriggers.find((candidate) => candidate.key === key);
      if (trigger === undefined) throw new Error(`The manifest has no scheduled trigger ${key}.`);
      return runNow(trigger);
    },
  };
}

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
  limitSeconds: manifest.functions.find(({ key }) => key === trigger.function)?.timeoutSeconds ?? DEFAULT_LIMIT_SECONDS,
});
