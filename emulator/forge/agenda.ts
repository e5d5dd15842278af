import type { SiteClock } from '../clock';
import { describeJob, type Job, type PlannedJob } from './job';

/** What the platform will deliver later: events, messages, scheduled runs. */
export interface Agenda {
  /** Delivers `job` once the site's clock has reached `due`. */
  add(due: Date, job: Job): void;
  /**
   * Delivers everything that is due, and what becomes due by it, until nothing is left. Throws when that does not end,
   * or when everything that runs waits for the clock.
   */
  settle(): Promise<void>;
  /** What waits, in order of its due time. */
  waiting(): readonly { readonly due: Date; readonly what: string }[];
  /** What waits and what is being delivered, in the order in which it is delivered. */
  snapshot(): readonly PlannedJob[];
  /** Puts `jobs` in the place of all that waits; deliveries under way are no longer waited for. */
  restore(jobs: readonly PlannedJob[]): void;
}

/** `on-settle`: things are delivered only by `settle`, so that a test says when. `on-clock`: when they fall due. */
export type Pace = 'on-settle' | 'on-clock';

export interface AgendaParts {
  readonly clock: SiteClock;
  readonly pace: Pace;
  /** Whether something runs, and all of it waits for the clock. */
  readonly asleep: () => boolean;
  /** Must not reject. */
  readonly deliver: (job: Job) => Promise<void>;
}

interface Item {
  readonly due: Date;
  readonly order: number;
  readonly job: Job;
}

const MOST_DELIVERIES_IN_ONE_SETTLING = 100_000;

/** Turns of the event loop for which everything that runs may wait for the clock before it counts as stuck. */
const PATIENCE = 100;

const inOrder = (a: Item, b: Item) => a.due.getTime() - b.due.getTime() || a.order - b.order;

export function createAgenda({ clock, pace, asleep, deliver }: AgendaParts): Agenda {
  const waiting = new Set<Item>();
  const running = new Map<Promise<void>, Item>();
  let order = 0;

  const start = (item: Item) => {
    waiting.delete(item);
    const delivery = deliver(item.job).finally(() => running.delete(delivery));
    running.set(delivery, item);
  };
  const add = (due: Date, job: Job) => {
    const item: Item = { due, order: order++, job };
    waiting.add(item);
    if (pace === 'on-settle') return;
    clock.schedule(() => {
      if (waiting.has(item)) start(item);
    }, due.getTime() - clock.now().getTime());
  };
  const due = () => [...waiting].filter((item) => item.due <= clock.now()).sort(inOrder);

  return {
    add,
    async settle() {
      for (let deliveries = 0; ;) {
        const ready = due();
        deliveries += ready.length;
        if (deliveries > MOST_DELIVERIES_IN_ONE_SETTLING) throw endless(ready);
        ready.forEach(start);
        if (running.size === 0) return;
        await Promise.race([...running.keys(), stuck(asleep)]);
      }
    },
    waiting: () => [...waiting].sort(inOrder).map((item) => ({ due: item.due, what: describeJob(item.job) })),
    snapshot: () =>
      [...running.values(), ...waiting].sort(inOrder).map((item) => ({ due: item.due.getTime(), job: item.job })),
    restore(jobs) {
      waiting.clear();
      running.clear();
      for (const { due: dueAt, job } of jobs) add(new Date(dueAt), job);
    },
  };
}

const endless = (ready: readonly Item[]) =>
  new Error(
    `Settling does not end: after many deliveries there are still ${ready.length}, as ${ready[0] === undefined ? '' : describeJob(ready[0].job)}.`,
  );

/** Rejects when, for some turns of the event loop, everything that runs has waited for the clock. */
async function stuck(asleep: () => boolean): Promise<void> {
  for (let turns = 0; turns < PATIENCE; turns += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (!asleep()) return;
  }
  throw new Error('Settling waits for an invocation that waits for the clock: advance the clock beside it.');
}
