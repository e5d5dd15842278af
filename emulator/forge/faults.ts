import type { SiteClock } from '../clock';
import { goWrong } from './fault-effects';
import type { Invocation } from './invocation';
import type { RemoteCall, ServiceName } from './log';
import type { SeededRandom } from './seeded-random';

/** What goes wrong. `before` the effect nothing is done; `after` it is done and the app does not hear of it. */
export type Failure =
  /** The service answers with this status, JSON body and headers; a function throws. */
  | {
      readonly kind: 'fail';
      readonly when: When;
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The answer takes this long: the site's clock moves on by it. */
  | { readonly kind: 'delay'; readonly when: When; readonly milliseconds: number }
  /** The connection breaks: the call rejects. */
  | { readonly kind: 'drop'; readonly when: When }
  /** No answer: the site's clock moves on to the time limit of the call or of the invocation. */
  | { readonly kind: 'time-out'; readonly when: When }
  /** The invocation ends where it is, as when the platform takes the machine away. */
  | { readonly kind: 'kill'; readonly when: When }
  /** The same for want of memory: no memory is measured here. */
  | { readonly kind: 'out-of-memory'; readonly when: When };

export type When = 'before' | 'after';

/** Which calls go wrong, and how. What is left out matches everything. */
export interface FaultRule {
  /** `function` is the run of a function itself: `operation` is then the key of its module, `key` that of the function. */
  readonly service?: ServiceName;
  /** Part of the operation's name, as in `RemoteCall.operation`. */
  readonly operation?: string;
  /** Part of the key, as in `RemoteCall.key`. */
  readonly key?: string;
  /** The function whose runs make the calls, by its key in the manifest. */
  readonly functionKey?: string;
  /** The matching call to strike, counted from 1 over everything; left out, every one. */
  readonly nth?: number;
  /** The matching call to strike within one run of a function, counted from 1 in each run anew. */
  readonly nthInRun?: number;
  /** The run to strike in, counted from 1 among those that make a matching call; left out, every one. */
  readonly run?: number;
  /** Strike only with this probability, from the emulator's seed. */
  readonly chance?: number;
  /** Strike no more often than this. */
  readonly most?: number;
  readonly failure: Failure;
}

export interface Faults {
  /** The returned function takes the rule away again. */
  add(rule: FaultRule): () => void;
  clear(): void;
  list(): readonly FaultRule[];
  /** Answers `call` by `effect`, or goes wrong as the first rule says that strikes. */
  around(call: RemoteCall, invocation: Invocation, effect: () => Promise<Response>): Promise<Response>;
  /** What goes wrong with a run of a function as a whole, if anything. */
  ofRun(invocation: Invocation): Failure | undefined;
}

/** What a rule has met so far. */
interface Count {
  matched: number;
  struck: number;
  /** Matching calls of each run, by its id, in the order in which the runs came. */
  readonly runs: Map<string, number>;
}

type Subject = Pick<RemoteCall, 'service' | 'operation' | 'key' | 'functionKey' | 'invocationId'>;

export function createFaults(clock: SiteClock, random: SeededRandom): Faults {
  const rules = new Map<FaultRule, Count>();

  const strikes = (rule: FaultRule, subject: Subject, count: Count): boolean => {
    if (!matches(rule, subject)) return false;
    count.matched += 1;
    const inRun = (count.runs.get(subject.invocationId) ?? 0) + 1;
    count.runs.set(subject.invocationId, inRun);
    const struck =
      (rule.nth ?? count.matched) === count.matched &&
      (rule.nthInRun ?? inRun) === inRun &&
      (rule.run === undefined || [...count.runs.keys()].indexOf(subject.invocationId) === rule.run - 1) &&
      count.struck < (rule.most ?? Infinity) &&
      (rule.chance === undefined || random.next() < rule.chance);
    if (struck) count.struck += 1;
    return struck;
  };
  /** Every rule counts the call, also when another strikes first. */
  const failureOf = (subject: Subject): Failure | undefined =>
    [...rules].filter(([rule, count]) => strikes(rule, subject, count)).map(([rule]) => rule.failure)[0];

  return {
    add(rule) {
      rules.set(rule, { matched: 0, struck: 0, runs: new Map() });
      return () => rules.delete(rule);
    },
    clear: () => rules.clear(),
    list: () => [...rules.keys()],
    async around(call, invocation, effect) {
      const failure = failureOf(call);
      if (failure === undefined) return effect();
      if (failure.when === 'before') return goWrong(failure, clock, invocation, effect);
      const response = await effect();
      return goWrong(failure, clock, invocation, () => Promise.resolve(response));
    },
    ofRun: ({ id, functionKey, moduleKey }) =>
      failureOf({ service: 'function', operation: moduleKey, key: functionKey, functionKey, invocationId: id }),
  };
}

const matches = (rule: FaultRule, { service, operation, key, functionKey }: Subject) =>
  (rule.service === undefined ? service !== 'function' : rule.service === service) &&
  (rule.functionKey === undefined || rule.functionKey === functionKey) &&
  (rule.operation === undefined || operation.includes(rule.operation)) &&
  (rule.key === undefined || (key ?? '').includes(rule.key));
