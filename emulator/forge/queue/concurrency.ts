import type { Message } from './message';

/**
 * Counts what runs under each concurrency key. The keys belong to the installation, so several queues share them.
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/#controlling-processing-concurrency
 */
export interface Concurrency {
  /** Takes a place for the message, or keeps it until `release` frees one. */
  enter(message: Message): boolean;
  /** Gives the place back; the returned message, if any, may be tried next. */
  release(message: Message): Message | undefined;
  /** Messages that wait for a place. */
  held(): readonly Message[];
  /** Forgets what runs and what waits. */
  clear(): void;
}

export function createConcurrency(): Concurrency {
  const running = new Map<string, number>();
  const held = new Map<string, Message[]>();
  return {
    enter(message) {
      const limit = message.event.concurrency;
      if (limit === undefined) return true;
      const count = running.get(limit.key) ?? 0;
      if (count < limit.limit) {
        running.set(limit.key, count + 1);
        return true;
      }
      held.set(limit.key, [...(held.get(limit.key) ?? []), message]);
      return false;
    },
    release(message) {
      const limit = message.event.concurrency;
      if (limit === undefined) return undefined;
      running.set(limit.key, (running.get(limit.key) ?? 1) - 1);
      const [next, ...rest] = held.get(limit.key) ?? [];
      held.set(limit.key, rest);
      return next;
    },
    held: () => [...held.values()].flat(),
    clear() {
      running.clear();
      held.clear();
    },
  };
}
