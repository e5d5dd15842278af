import type { SiteClock } from '../clock';
import { type Invocation, type InvocationRequest, type Platform, runInvocation } from './invocation';
import type { ForgeLog } from './log';

/** The runs of the app's functions. */
export interface Runs {
  /** Every run, oldest first. */
  readonly invocations: readonly Invocation[];
  run(platform: Platform, request: InvocationRequest): Promise<Invocation>;
  /** The same for what the platform delivers by itself: after `endAll` nobody hears of it any more. */
  runLater(platform: Platform, request: InvocationRequest): Promise<Invocation>;
  /** Whether something runs, and all of it waits for a timer of its own. */
  readonly asleep: () => boolean;
  /** Ends whatever runs where it is, and forgets every run. */
  endAll(): void;
}

/** A site that runs for days remembers so many of what happened last. */
const REMEMBERED = 5000;

function forgetOldest(list: unknown[]): void {
  // Not one by one: moving a long list for each entry is slow.
  if (list.length > 2 * REMEMBERED) list.splice(0, list.length - REMEMBERED);
}

/** `forgets`: whether only the last runs and calls are remembered, for a site that runs for days. */
export function createRuns(log: ForgeLog, clock: SiteClock, forgets: boolean): Runs {
  const invocations: Invocation[] = [];
  const open = new Set<Invocation>();
  let generation = 0;

  const run = async (platform: Platform, request: InvocationRequest): Promise<Invocation> => {
    const { invocation, ended } = runInvocation(platform, request);
    invocations.push(invocation);
    open.add(invocation);
    const outcome = await ended;
    open.delete(invocation);
    if (forgets) [invocations, log.calls, log.lines, log.notices, log.unmodelled].forEach(forgetOldest);
    if (outcome.kind !== 'returned') noteFailure(log, invocation, clock.now());
    return invocation;
  };
  return {
    invocations,
    run,
    async runLater(platform, request) {
      const born = generation;
      const invocation = await run(platform, request);
      return born === generation ? invocation : new Promise<never>(() => undefined);
    },
    asleep: () => open.size > 0 && [...open].every(({ timers, inFlight }) => timers > 0 && inFlight === 0),
    endAll() {
      generation += 1;
      for (const invocation of open) invocation.kill();
      open.clear();
      invocations.length = 0;
    },
  };
}

function noteFailure(log: ForgeLog, { id, functionKey, outcome }: Invocation, at: Date): void {
  const detail = outcome?.kind === 'threw' ? `: ${outcome.name}: ${outcome.message}` : '';
  log.notices.push({ at, text: `Invocation ${id} of ${functionKey} ${outcome?.kind ?? ''}${detail}` });
}
