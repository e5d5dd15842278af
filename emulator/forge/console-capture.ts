import { format } from 'node:util';
import type { InvocationScope, LogLevel } from './runtime';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'log', 'warn', 'error'];

/** Sends what an invocation writes to the console to that invocation's log. */
export function captureConsole(current: () => InvocationScope | undefined): void {
  for (const level of LEVELS) {
    const native = console[level].bind(console);
    console[level] = (...values: unknown[]) => {
      const scope = current();
      if (scope === undefined) native(...values);
      else scope.log(level, format(...values));
    };
  }
}
