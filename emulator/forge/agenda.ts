import type { SiteClock } from '../clock';

/** What the platform will deliver later: events, messages, scheduled runs. */
export interface Agenda {
  /** Runs `deliver` once the site's clock has reached `due`. `deliver` must not reject. */
  add(due: Date, what: string, deliver: () => Promise<void>): void;
  /**
   * Delivers everything that is due, and what becomes due by it, until nothing is left. Throws when that does not end,
   * or when everything that runs waits for the clock.
   */
  settle(): Promise<void>;
  /** What waits, in order of its due time. */
  waiting(): readonly { readonly due: Date; readonly what: string }[];
}

/** `on-settle`: things are delivered only by `settle`, so that a test says when. `on-clock`: when they fall due. */
export type Pace = 'on-settle' | 'on-clock';

interface Item {
  readonly due: Date;
  readonly order: number;
  readonly what: string;
  readonly deliver: () => Promise<void>;
}

const MOST_DELIVERIES_IN_ONE_SETTLING = 100_000;

/** Turns of the event loop for which everything that runs may wait for the clock before it counts as stuck. */
const PATIENCE = 100;

export function createAgenda(clock: SiteClock, pace: Pace, asleep: () => boolean): Agenda {
  const waiting = new Set<Item>();
  const running = new Set<Promise<void>>();
  let order = 0;

  const start = (item: Item) => {
    waiting.delete(item);
    const delivery = item.deliver().finally(() => running.delete(delivery));
    running.add(delivery);
  };
  const due = () =>
    [...waiting]
      .filter((item) => item.due <= clock.now())
      .sort((a, b) => a.due.getTime() - b.due.getTime() || a.order - b.order);

  return {
    add(dueAt, what, deliver) {
      const item: Item = { due: dueAt, order: order++, what, deliver };
      waiting.add(item);
      if (pace === 'on-settle') return;
      clock.schedule(() => {
        if (waiting.has(item)) start(item);
      }, dueAt.getTime() - clock.now().getTime());
    },
    async settle() {
      for (let deliveries = 0; ;) {
        const ready = due();
        deliveries += ready.length;
        if (deliveries > MOST_DELIVERIES_IN_ONE_SETTLING) throw endless(ready);
        ready.forEach(start);
        if (running.size === 0) return;
        await Promise.race([...running, stuck(asleep)]);
      }
    },
    waiting: () => [...waiting].sort((a, b) => a.due.getTime() - b.due.getTime() || a.order - b.order),
  };
}

const endless = (ready: readonly Item[]) =>
  new Error(
    `Settling does not end: after many deliveries there are still ${ready.length}, as ${ready[0]?.what ?? ''}.`,
  );

/** Rejects when, for some turns of the event loop, everything that runs has waited for the clock. */
async function stuck(asleep: () => boolean): Promise<void> {
  for (let turns = 0; turns < PATIENCE; turns += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (!asleep()) return;
  }
  throw new Error('Settling waits for an invocation that waits for the clock: advance the clock beside it.');
}
