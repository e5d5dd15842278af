import type { SiteClock } from '../../clock';

/**
 * Operations of an installation in the last second and the last minute, in whole seconds:
 * 1,000 requests a second; 4,000 units of reading and 4,000 of writing a minute.
 * https://developer.atlassian.com/platform/forge/limits-kvs-ce/
 */
export interface RateLimits {
  /** Counts a request; false when it is one too many. */
  admits(kind: Kind, bytes: number): boolean;
  /** Adds what an answer is bigger than was counted for its request. */
  add(kind: Kind, bytes: number): void;
}

export type Kind = 'read' | 'write';

const REQUESTS_A_SECOND = 1000;
const UNITS_A_MINUTE = 4000;
const UNIT_BYTES = 10 * 1024;

interface Second {
  requests: number;
  readonly units: Record<Kind, number>;
}

export function createRateLimits(clock: SiteClock): RateLimits {
  const seconds = new Map<number, Second>();
  const secondOf = () => Math.floor(clock.now().getTime() / 1000);

  const present = (): Second => {
    const now = secondOf();
    for (const past of seconds.keys()) if (past <= now - 60) seconds.delete(past);
    const known = seconds.get(now) ?? { requests: 0, units: { read: 0, write: 0 } };
    seconds.set(now, known);
    return known;
  };
  const inMinute = (kind: Kind) => [...seconds.values()].reduce((sum, { units }) => sum + units[kind], 0);

  return {
    admits(kind, bytes) {
      const second = present();
      second.requests += 1;
      const units = unitsOf(bytes);
      if (second.requests > REQUESTS_A_SECOND || inMinute(kind) + units > UNITS_A_MINUTE) return false;
      second.units[kind] += units;
      return true;
    },
    add(kind, bytes) {
      present().units[kind] += unitsOf(bytes) - 1;
    },
  };
}

const unitsOf = (bytes: number) => Math.max(1, Math.ceil(bytes / UNIT_BYTES));
