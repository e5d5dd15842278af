import type { SiteClock } from '../clock';
import type { Failure } from './faults';
import type { Handler } from './functions';
import type { Invocation } from './invocation';
import { runOutsideScope } from './runtime';

/** https://developer.atlassian.com/platform/forge/limits-invocation/: the longest that a single outbound request takes. */
const LONGEST_REQUEST_MS = 180_000;

const never = () => new Promise<never>(() => undefined);

/** A call that goes wrong; `answer` is what it would have answered, by now or after a delay. */
export async function goWrong(
  failure: Failure,
  clock: SiteClock,
  invocation: Invocation,
  answer: () => Promise<Response>,
): Promise<Response> {
  switch (failure.kind) {
    case 'delay':
      await clock.advance(failure.milliseconds);
      // Of an invocation that is over by then nothing is done any more.
      return invocation.outcome === undefined ? answer() : never();
    case 'fail':
      return Response.json(failure.body ?? { code: 'INJECTED_FAULT', message: 'Injected fault' }, {
        status: failure.status,
        ...(failure.headers === undefined ? {} : { headers: failure.headers }),
      });
    case 'drop':
      throw new TypeError('fetch failed');
    case 'time-out':
      await clock.advance(Math.min(invocation.remainingMilliseconds(), LONGEST_REQUEST_MS));
      if (invocation.outcome === undefined) throw new TypeError('fetch failed');
      return never();
    case 'kill':
    case 'out-of-memory':
      invocation.kill(failure.kind === 'kill' ? 'killed' : 'out-of-memory');
      return never();
  }
}

/** The handler, with what goes wrong with its run as a whole: before it begins, or when it would have answered. */
export function faultyHandler(handler: Handler, failure: Failure, clock: SiteClock, invocation: Invocation): Handler {
  const strike = () => runOutsideScope(() => breakRun(failure, clock, invocation));
  return async (payload, context) => {
    if (failure.when === 'before') await strike();
    const value = await handler(payload, context);
    if (failure.when === 'after') await strike();
    return value;
  };
}

async function breakRun(failure: Failure, clock: SiteClock, invocation: Invocation): Promise<void> {
  switch (failure.kind) {
    case 'delay':
      return clock.advance(failure.milliseconds);
    case 'fail':
      throw new Error('Injected fault');
    case 'time-out':
      await clock.advance(invocation.remainingMilliseconds());
      return never();
    case 'drop':
    case 'kill':
    case 'out-of-memory':
      invocation.kill(failure.kind === 'out-of-memory' ? 'out-of-memory' : 'killed');
      return never();
  }
}
