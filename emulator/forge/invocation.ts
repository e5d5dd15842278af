import type { SiteClock } from '../clock';
import { faultyHandler } from './fault-effects';
import type { Faults } from './faults';
import type { Handler } from './functions';
import { type AppIdentity, siteAri } from './identity';
import type { ForgeLog } from './log';
import type { Manifest, Scope } from './manifest';
import { type InvocationScope, type LogLevel, runInScope } from './runtime';

export interface InvocationRequest {
  readonly functionKey: string;
  readonly moduleKey: string;
  /** JSON, copied before the function sees it. */
  readonly payload: unknown;
  /** Who is at the screen, where the platform knows it. */
  readonly accountId?: string;
  readonly limitSeconds: number;
  /** How many pushes to a queue led to this run; left out, none. */
  readonly depth?: number;
}

export type Outcome =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly name: string; readonly message: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'killed' };

/** A run of one function; `outcome` is undefined while it runs. */
export interface Invocation extends InvocationRequest {
  readonly id: string;
  readonly startedAt: Date;
  endedAt: Date | undefined;
  outcome: Outcome | undefined;
  /** Calls to the platform that are under way, and timers that wait for the clock. */
  inFlight: number;
  timers: number;
  /** Stops it where it is: what it had done stays, and no call of it is answered any more. */
  kill(how?: 'killed' | 'out-of-memory'): void;
  remainingMilliseconds(): number;
}

export interface Platform {
  readonly manifest: Manifest;
  readonly identity: AppIdentity;
  readonly clock: SiteClock;
  readonly log: ForgeLog;
  readonly nextId: () => string;
  readonly handler: (functionKey: string) => Handler;
  readonly faults: Pick<Faults, 'ofRun'>;
  readonly answer: (invocation: Invocation, descriptor: unknown, path: string, init?: RequestInit) => Promise<Response>;
}

// https://developer.atlassian.com/platform/forge/limits-invocation/
const LOG_LINES_PER_MINUTE = 100;
const LOG_BYTES = 200 * 1024;

/** Runs one function of the app to its end, its failure or its time limit. Never rejects. */
export function runInvocation(platform: Platform, request: InvocationRequest): RunningInvocation {
  const { clock } = platform;
  const startedAt = clock.now();
  const limit = request.limitSeconds * 1000;
  let settle: (outcome: Outcome) => void = () => undefined;
  const invocation: Invocation = {
    ...request,
    id: platform.nextId(),
    startedAt,
    endedAt: undefined,
    outcome: undefined,
    inFlight: 0,
    timers: 0,
    kill: (how = 'killed') => settle({ kind: how }),
    remainingMilliseconds: () => Math.max(0, startedAt.getTime() + limit - clock.now().getTime()),
  };
  const ended = new Promise<Outcome>((resolve) => {
    const cancelLimit = clock.schedule(() => settle({ kind: 'timed-out' }), limit);
    settle = (outcome) => {
      if (invocation.outcome !== undefined) return;
      invocation.outcome = outcome;
      invocation.endedAt = clock.now();
      cancelLimit();
      resolve(outcome);
    };
    void callHandler(platform, invocation).then(settle);
  });
  return { invocation, ended };
}

export interface RunningInvocation {
  readonly invocation: Invocation;
  readonly ended: Promise<Outcome>;
}

async function callHandler(platform: Platform, invocation: Invocation): Promise<Outcome> {
  try {
    const handler = handlerOf(platform, invocation);
    const context = backendContext(platform.identity, invocation.accountId);
    const payload = copyOf(invocation.payload);
    const run = () => Promise.resolve().then(() => handler(payload, context));
    const value = await runInScope(scopeOf(platform, invocation), run);
    return { kind: 'returned', value: copyOf(value) };
  } catch (failure) {
    const error = failure instanceof Error ? failure : new Error(String(failure));
    return { kind: 'threw', name: error.name, message: error.message };
  }
}

function handlerOf({ handler, faults, clock }: Platform, invocation: Invocation): Handler {
  const failure = faults.ofRun(invocation);
  const sound = handler(invocation.functionKey);
  return failure === undefined ? sound : faultyHandler(sound, failure, clock, invocation);
}

/** What crosses the border of the runtime is JSON. */
function copyOf(value: unknown): unknown {
  return value === undefined || typeof value === 'function' ? undefined : JSON.parse(JSON.stringify(value));
}

/** The second argument of every handler. `license` is undefined in development, as the platform has it. */
const backendContext = (identity: AppIdentity, accountId: string | undefined) => ({
  installContext: siteAri(identity),
  principal: accountId === undefined ? undefined : { accountId },
  license: undefined,
  workspaceId: undefined,
  installation: installationOf(identity),
});

const installationOf = (identity: AppIdentity) => ({
  ari: { installationId: identity.installationId },
  contexts: [{ cloudId: identity.cloudId, workspaceId: undefined }],
});

function scopeOf(platform: Platform, invocation: Invocation): InvocationScope {
  const { clock } = platform;
  const over = () => invocation.outcome !== undefined;
  let lines = 0;
  let bytes = 0;
  return {
    clock,
    uuid: platform.nextId,
    runtime: runtimeOf(platform, invocation),
    async request(descriptor, path, init) {
      if (over()) return never();
      invocation.inFlight += 1;
      try {
        const response = await platform.answer(invocation, descriptor, path, init);
        return over() ? await never() : response;
      } catch (failure) {
        if (over()) return await never();
        throw failure;
      } finally {
        invocation.inFlight -= 1;
      }
    },
    schedule(action, delay) {
      invocation.timers += 1;
      let waiting = true;
      const settled = () => {
        if (waiting) invocation.timers -= 1;
        waiting = false;
      };
      const cancel = clock.schedule(() => {
        settled();
        if (!over()) runInScope(this, action);
      }, delay);
      return () => {
        settled();
        cancel();
      };
    },
    log(level, text) {
      lines += 1;
      bytes += Buffer.byteLength(text);
      if (over() || bytes > LOG_BYTES || lines > LOG_LINES_PER_MINUTE * Math.ceil(invocation.limitSeconds / 60)) return;
      platform.log.lines.push(logLine(clock.now(), invocation, level, text));
    },
  };
}

const never = () => new Promise<never>(() => undefined);

const logLine = (at: Date, invocation: Invocation, level: LogLevel, text: string) => ({
  at,
  invocationId: invocation.id,
  functionKey: invocation.functionKey,
  level,
  text,
});

function runtimeOf({ manifest, identity }: Platform, invocation: Invocation): object {
  return {
    appContext: {
      appId: identity.appId,
      appVersion: identity.appVersion,
      environmentId: identity.environmentId,
      environmentType: identity.environmentType,
      invocationId: invocation.id,
      installationId: identity.installationId,
      moduleKey: invocation.moduleKey,
      functionKey: invocation.functionKey,
      license: undefined,
      installation: installationOf(identity),
      permissions: { scopes: manifest.scopes.map(({ name }: Scope) => name), external: {} },
    },
    contextAri: siteAri(identity),
    aaid: invocation.accountId,
    lambdaContext: { getRemainingTimeInMillis: () => invocation.remainingMilliseconds() },
    metrics: SILENT_METRICS,
    tracing: { traceId: invocation.id, spanId: invocation.id },
    proxy: { token: invocation.id, url: 'http://forge.invalid' },
  };
}

/** The SDK counts and times its calls; nobody reads that here. */
const SILENT_METRICS = {
  counter: () => ({ incr: ignore, incrBy: ignore, decr: ignore, decrBy: ignore }),
  gauge: () => ({ set: ignore }),
  timing: () => ({ measure: () => ({ stop: ignore }) }),
};

function ignore(): void {
  return undefined;
}
