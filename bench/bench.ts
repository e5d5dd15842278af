/** One number, beside the most that it may be. */
export interface Measurement {
  readonly what: string;
  readonly unit: 's' | 'ms' | 'MB' | 'KB' | 'calls';
  readonly measured: number;
  /** Undefined: shown for itself. */
  readonly budget: number | undefined;
}

/** Measures something anew whenever it is asked; rejects where that cannot be done, with the reason. */
export interface Bench {
  readonly name: string;
  readonly measure: () => Promise<readonly Measurement[]>;
}

/** What the middle one of several runs took, in milliseconds. */
export async function medianOf(runs: number, work: () => Promise<void>): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = performance.now();
    await work();
    took.push(performance.now() - before);
  }
  return took.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}
