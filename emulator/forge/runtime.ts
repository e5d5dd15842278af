import { AsyncLocalStorage } from 'node:async_hooks';
import nodeCrypto from 'node:crypto';
import type { SiteClock } from '../clock';
import { captureConsole } from './console-capture';
import { virtualTime } from './virtual-time';

/** What an invocation's code sees of the platform. The SDK reaches all of it through the two globals below. */
export interface InvocationScope {
  /** `__forge_runtime__` as @forge/api reads it. */
  readonly runtime: object;
  readonly clock: SiteClock;
  /** `__forge_fetch__`: never settles once the invocation is over. */
  request(descriptor: unknown, path: string, init: RequestInit | undefined): Promise<Response>;
  /** A timer of the invocation; it does not fire once the invocation is over. */
  schedule(action: () => void, delay: number): () => void;
  log(level: LogLevel, line: string): void;
  /** What `randomUUID` gives: the same for the same seed, so that a history can be repeated. */
  uuid(): string;
}

export type LogLevel = 'debug' | 'info' | 'log' | 'warn' | 'error';

const scopes = new AsyncLocalStorage<InvocationScope>();
let installed = false;

/** Nothing runs in a scope any more, until the next invocation. For a process in which this module is loaded again and again. */
export const endScopes = (): void => scopes.disable();

/** Runs `work` as code of an invocation. */
export const runInScope = <Result>(scope: InvocationScope, work: () => Result): Result => scopes.run(scope, work);

/** Runs `work` of the platform itself on behalf of an invocation: with native timers, the native date and fetch. */
export const runOutsideScope = <Result>(work: () => Result): Result => scopes.exit(work);

/**
 * Installs what the Forge runtime gives to an app: `__forge_fetch__`, `__forge_runtime__`, and its own fetch, console,
 * timers and date. Once per process, before anything loads `@forge/*`, which captures `fetch` at import. Code outside
 * an invocation keeps what Node gives.
 */
export function installForgeGlobals(): void {
  if (installed) return;
  installed = true;
  const current = () => scopes.getStore();
  const within = (): InvocationScope => {
    const scope = current();
    if (scope === undefined) throw new Error('A Forge API was called outside an invocation.');
    return scope;
  };
  Object.defineProperty(globalThis, '__forge_runtime__', { configurable: true, get: () => current()?.runtime });
  const nativeFetch = globalThis.fetch;
  Object.assign(globalThis, {
    __forge_fetch__: (descriptor: unknown, path: unknown, init?: RequestInit) =>
      within().request(descriptor, String(path), init),
    fetch: (input: string | URL | Request, init?: RequestInit) => {
      const scope = current();
      if (scope === undefined) return nativeFetch(input, init);
      return scope.request({ type: 'egress' }, input instanceof Request ? input.url : String(input), init);
    },
    ...virtualTime(current),
  });
  captureConsole(current);
  seedIds(current);
}

/** @forge/events and apps take their ids from Node's crypto or from the global one. */
function seedIds(current: () => InvocationScope | undefined): void {
  for (const source of [nodeCrypto, globalThis.crypto]) {
    const native = source.randomUUID.bind(source);
    Object.defineProperty(source, 'randomUUID', { configurable: true, value: () => current()?.uuid() ?? native() });
  }
}
