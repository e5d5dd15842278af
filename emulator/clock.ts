/**
 * The embedded site's time. `live` follows the machine's clock from an offset that a person may move forward;
 * `frozen` stands still until it is moved, so that tests never wait.
 */
export interface SiteClock {
  /** The site's present moment. */
  now(): Date;
  /** Moves time forward by `milliseconds` (0 or more) and lets every timer that fell due run, in order of its due time. */
  advance(milliseconds: number): Promise<void>;
  /** Runs `action` once the clock has passed `delay` milliseconds from now; the returned function cancels it. */
  schedule(action: () => void, delay: number): () => void;
  /**
   * Puts the clock to `moment`, also back, and forgets every timer: for a site that takes the place of the one before.
   */
  moveTo(moment: Date): void;
  /** As `moveTo`, to where the clock was made to stand, or to the machine's present. */
  startOver(): void;
}

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly action: () => void;
}

/** Lets promises that just became ready run before time moves on. */
const letOthersRun = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock that stands at `start` until it is advanced. */
export function frozenClock(start: Date): SiteClock {
  let present = start.getTime();
  let order = 0;
  const timers = new Set<Timer>();

  let moves = 0;
  const moveTo = (moment: Date) => {
    timers.clear();
    present = moment.getTime();
    moves += 1;
  };
  const nextDue = (until: number): Timer | undefined =>
    [...timers].filter((timer) => timer.due <= until).sort((a, b) => a.due - b.due || a.order - b.order)[0];

  return {
    now: () => new Date(present),
    schedule(action, delay) {
      const timer: Timer = { due: present + Math.max(0, delay), order: order++, action };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new RangeError('The clock moves forward only.');
      const until = present + milliseconds;
      const before = moves;
      for (let timer = nextDue(until); timer !== undefined; timer = nextDue(until)) {
        timers.delete(timer);
        present = Math.max(present, timer.due);
        timer.action();
        await letOthersRun();
      }
      if (moves !== before) return;
      // Two advances may overlap: the one that reaches less far ends later and must not take time back.
      present = Math.max(present, until);
    },
    moveTo,
    startOver: () => moveTo(start),
  };
}

/** The machine's own, kept before the embedded Forge gives the code of an app this clock in their place. */
const machine = { now: Date.now.bind(Date), setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

/** A clock that runs with the machine's, ahead of it by what it has been advanced; it begins at `start`. */
export function liveClock(start = new Date(machine.now())): SiteClock {
  let ahead = start.getTime() - machine.now();
  const timers = new Map<Timer, NodeJS.Timeout>();
  let order = 0;
  const now = () => machine.now() + ahead;

  const standAhead = (milliseconds: number) => {
    for (const handle of timers.values()) machine.clearTimeout(handle);
    timers.clear();
    ahead = milliseconds;
  };

  const arm = (timer: Timer) => {
    // setTimeout overflows beyond 2^31-1 ms: wake up early and arm again.
    const wait = Math.min(Math.max(0, timer.due - now()), 2 ** 31 - 1);
    const handle = machine.setTimeout(() => {
      if (timer.due > now()) {
        arm(timer);
        return;
      }
      timers.delete(timer);
      timer.action();
    }, wait);
    handle.unref();
    timers.set(timer, handle);
  };

  return {
    now: () => new Date(now()),
    schedule(action, delay) {
      const timer: Timer = { due: now() + Math.max(0, delay), order: order++, action };
      arm(timer);
      return () => {
        machine.clearTimeout(timers.get(timer));
        timers.delete(timer);
      };
    },
    async advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new RangeError('The clock moves forward only.');
      ahead += milliseconds;
      const waiting = [...timers.keys()].sort((a, b) => a.due - b.due || a.order - b.order);
      for (const timer of waiting) {
        machine.clearTimeout(timers.get(timer));
        arm(timer);
      }
      await letOthersRun();
    },
    moveTo: (moment) => standAhead(moment.getTime() - machine.now()),
    startOver: () => standAhead(0),
  };
}
