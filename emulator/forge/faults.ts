import type { SiteClock } from '../clock';
import type { Invocation } from './invocation';
import type { RemoteCall, ServiceName } from './log';
import type { SeededRandom } from './seeded-random';

/** What goes wrong. `before` the effect nothing is done; `after` it is done and the app does not hear of it. */
export type Failure =
  /** The service answers with this status and JSON body. */
  | { readonly kind: 'fail'; readonly when: When; readonly status: number; readonly body?: unknown }
  /** The answer takes this long: the site's clock moves on by it. */
  | { readonly kind: 'delay'; readonly when: When; readonly milliseconds: number }
  /** The connection breaks: the call rejects. */
  | { readonly kind: 'drop'; readonly when: When }
  /** No answer ever: the site's clock moves on to the time limit of the invocation. */
  | { readonly kind: 'time-out'; readonly when: When }
  /** The invocation ends where it is. */
  | { readonly kind: 'kill'; readonly when: When };

export type When = 'before' | 'after';

export interface FaultRule {
  readonly service: ServiceName;
  /** Part of the operation's name, as in `RemoteCall.operation`; left out, every operation. */
  readonly operation?: string;
  /** Part of the key, as in `RemoteCall.key`; left out, every key. */
  readonly key?: string;
  /** The matching call to strike, counted from 1; left out, every one. */
  readonly nth?: number;
  /** Strike only with this probability, from the emulator's seed. */
  readonly chance?: number;
  readonly failure: Failure;
}

export interface Faults {
  /** The returned function takes the rule away again. */
  add(rule: FaultRule): () => void;
  clear(): void;
  list(): readonly FaultRule[];
  /** Answers `call` by `effect`, or goes wrong as the first rule says that strikes. */
  around(call: RemoteCall, invocation: Invocation, effect: () => Promise<Response>): Promise<Response>;
}

export function createFaults(clock: SiteClock, random: SeededRandom): Faults {
  const rules = new Map<FaultRule, { matched: number }>();

  const strikes = (rule: FaultRule, call: RemoteCall, count: { matched: number }): boolean => {
    if (!matches(rule, call)) return false;
    count.matched += 1;
    return (
      (rule.nth === undefined || rule.nth === count.matched) &&
      (rule.chance === undefined || random.next() < rule.chance)
    );
  };

  return {
    add(rule) {
      rules.set(rule, { matched: 0 });
      return () => rules.delete(rule);
    },
    clear: () => rules.clear(),
    list: () => [...rules.keys()],
    async around(call, invocation, effect) {
      // Every rule counts the call, also when another strikes first.
      const struck = [...rules].filter(([rule, count]) => strikes(rule, call, count)).map(([rule]) => rule.failure);
      const [failure] = struck;
      if (failure === undefined) return effect();
      if (failure.when === 'before') {
        return failure.kind === 'delay'
          ? after(clock, failure.milliseconds, effect)
          : goWrong(failure, clock, invocation);
      }
      const response = await effect();
      return failure.kind === 'delay'
        ? after(clock, failure.milliseconds, () => Promise.resolve(response))
        : goWrong(failure, clock, invocation);
    },
  };
}

const matches = (rule: FaultRule, call: RemoteCall) =>
  rule.service === call.service &&
  (rule.operation === undefined || call.operation.includes(rule.operation)) &&
  (rule.key === undefined || (call.key ?? '').includes(rule.key));

async function after(clock: SiteClock, milliseconds: number, answer: () => Promise<Response>): Promise<Response> {
  await clock.advance(milliseconds);
  return answer();
}

async function goWrong(
  failure: Exclude<Failure, { kind: 'delay' }>,
  clock: SiteClock,
  invocation: Invocation,
): Promise<Response> {
  switch (failure.kind) {
    case 'fail':
      return Response.json(failure.body ?? { code: 'INJECTED_FAULT', message: 'Injected fault' }, {
        status: failure.status,
      });
    case 'drop':
      throw new TypeError('fetch failed');
    case 'time-out':
      await clock.advance(invocation.remainingMilliseconds());
      return new Promise<never>(() => undefined);
    case 'kill':
      invocation.kill();
      return new Promise<never>(() => undefined);
  }
}
