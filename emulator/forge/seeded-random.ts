/** Numbers and ids that look random and are the same for the same seed. */
export interface SeededRandom {
  /** At least 0 and less than 1. */
  next(): number;
  /** Of version 4 by shape. */
  uuid(): string;
  /** What makes it go on from here: an unsigned 32-bit integer. */
  state(): number;
  goOnFrom(state: number): void;
}

/** The mulberry32 generator: 32 bits of state, good enough for faults and ids, not for secrets. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('');
  return {
    next,
    state: () => state,
    goOnFrom: (kept) => {
      state = kept >>> 0;
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
