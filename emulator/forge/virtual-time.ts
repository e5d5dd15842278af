import type { InvocationScope } from './runtime';

type Callback = (...values: unknown[]) => void;
type TimerFunction = (callback: Callback, delay?: number, ...values: unknown[]) => unknown;

/** What `setTimeout` gives inside an invocation: Node's handle as far as programs use it. */
class SiteTimer {
  #cancel: () => void = () => undefined;

  constructor(
    readonly scope: InvocationScope,
    readonly action: () => void,
    readonly delay: number,
    readonly repeats: boolean,
  ) {
    this.refresh();
  }

  refresh(): this {
    this.#cancel();
    this.#cancel = this.scope.schedule(() => {
      if (this.repeats) this.refresh();
      this.action();
    }, this.delay);
    return this;
  }

  close(): this {
    this.#cancel();
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}

/**
 * The timers and the date of an app: inside an invocation they follow the site's clock, elsewhere they are Node's.
 * `node:timers/promises`, `AbortSignal.timeout` and `performance` keep the machine's time everywhere.
 */
export function virtualTime(current: () => InvocationScope | undefined): object {
  return {
    setTimeout: timerFunction(current, globalThis.setTimeout, false),
    setInterval: timerFunction(current, globalThis.setInterval, true),
    clearTimeout: clearFunction(globalThis.clearTimeout),
    clearInterval: clearFunction(globalThis.clearInterval),
    Date: siteDate(current),
  };
}

function timerFunction(
  current: () => InvocationScope | undefined,
  native: TimerFunction,
  repeats: boolean,
): TimerFunction {
  const replacement: TimerFunction = (callback, delay, ...values) => {
    const scope = current();
    if (scope === undefined) return native(callback, delay, ...values);
    return new SiteTimer(scope, () => callback(...values), Math.max(1, delay ?? 1), repeats);
  };
  // Node keeps the promisified form of a timer as a property of it.
  return Object.defineProperties(replacement, Object.getOwnPropertyDescriptors(native));
}

const clearFunction = (native: (timer?: number) => void) => (timer?: unknown) => {
  if (timer instanceof SiteTimer) timer.close();
  else Reflect.apply(native, globalThis, [timer]);
};

function siteDate(current: () => InvocationScope | undefined): DateConstructor {
  const present = () => current()?.clock.now().getTime();
  return new Proxy(Date, {
    construct(target, values: ConstructorParameters<typeof Date> | [], newTarget: typeof Date) {
      const now = values.length === 0 ? present() : undefined;
      const made: unknown = Reflect.construct(target, now === undefined ? values : [now], newTarget);
      if (made instanceof target) return made;
      throw new TypeError('A date could not be made.');
    },
    apply: (target) => new target(present() ?? target.now()).toString(),
    get(target, property) {
      if (property === 'now') return () => present() ?? target.now();
      const own: unknown = Reflect.get(target, property);
      return own;
    },
  });
}
