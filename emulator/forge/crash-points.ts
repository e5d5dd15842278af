import type { Faults, When } from './faults';
import type { RemoteCall } from './log';

/** A place at which a run of a function may be ended: before or after what one of its calls does. */
export interface CrashPoint {
  readonly functionKey: string;
  /** The run among those of the function that call anything, counted from 1. */
  readonly run: number;
  /** The call within the run, counted from 1. */
  readonly call: number;
  readonly when: When;
  /** The call as the log has it, for the name of a test. */
  readonly what: string;
}

/** Every place at which the runs that made these calls could have been ended, in the order of the calls. */
export function crashPointsOf(calls: readonly RemoteCall[], functionKey?: string): readonly CrashPoint[] {
  const runs = new Map<string, Map<string, number>>();
  return calls
    .filter((call) => functionKey === undefined || call.functionKey === functionKey)
    .flatMap((call): readonly CrashPoint[] => {
      const ofFunction = runs.get(call.functionKey) ?? new Map<string, number>();
      runs.set(call.functionKey, ofFunction);
      const number = (ofFunction.get(call.invocationId) ?? 0) + 1;
      ofFunction.set(call.invocationId, number);
      const run = [...ofFunction.keys()].indexOf(call.invocationId) + 1;
      const what = `${call.service} ${call.operation}`;
      const point = { functionKey: call.functionKey, run, call: number, what };
      return [
        { ...point, when: 'before' },
        { ...point, when: 'after' },
      ];
    });
}

/** From now on the run is ended at the point; the returned function takes that away again. */
export const crashAt = (faults: Faults, { functionKey, run, call, when }: CrashPoint): (() => void) =>
  faults.add({ functionKey, run, nthInRun: call, failure: { kind: 'kill', when } });

/** What a scenario is tried on. */
export interface CrashTrial {
  /** Puts everything back to where the scenario starts, without faults. */
  readonly startOver: () => void | Promise<void>;
  /** Runs to its end also when a run of a function within it is ended. */
  readonly scenario: () => Promise<void>;
  readonly forge: { readonly faults: Faults; readonly calls: readonly RemoteCall[] };
  /** The function whose runs are ended; left out, every one. */
  readonly functionKey?: string;
  /** What holds after the scenario, wherever it was broken; throws where it does not. */
  readonly check: (point: CrashPoint) => void | Promise<void>;
}

/**
 * Runs the scenario once as it is, and then once for each place at which it can be broken. The points that were tried.
 * Throws the failure of a check, with the point in its message.
 */
export async function crashEverywhere(trial: CrashTrial): Promise<readonly CrashPoint[]> {
  const { forge, startOver, scenario, functionKey, check } = trial;
  await startOver();
  const before = forge.calls.length;
  await scenario();
  const points = crashPointsOf(forge.calls.slice(before), functionKey);
  for (const point of points) {
    await startOver();
    const stop = crashAt(forge.faults, point);
    try {
      await scenario();
      await check(point);
    } catch (failure) {
      const where = `${point.when} call ${point.call} (${point.what}) of run ${point.run} of ${point.functionKey}`;
      throw new Error(`Broken ${where}: ${failure instanceof Error ? failure.message : String(failure)}`, {
        cause: failure,
      });
    } finally {
      stop();
    }
  }
  return points;
}
