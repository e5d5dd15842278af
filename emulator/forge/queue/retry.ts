import type { Outcome } from '../invocation';
import { type Message, remainingRetention, retryRequest } from './message';

export interface Retry {
  readonly afterSeconds: number;
  readonly reason: string;
  readonly data: unknown;
  /** Whether the platform failed and not the app: then it is not counted, and the retention window is longer. */
  readonly byPlatform: boolean;
}

const LONGEST_BACK_OFF_SECONDS = 900;

/**
 * The next try of a message, or undefined when it is delivered: a returned InvocationError, a throw, a time-out and too
 * much memory are tried again, as is what the platform ended.
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/#retries
 */
export function retryOf(outcome: Outcome | undefined, failures: number): Retry | undefined {
  const afterSeconds = Math.min(2 ** failures, LONGEST_BACK_OFF_SECONDS);
  const byApp = (reason: string): Retry => ({ afterSeconds, reason, data: undefined, byPlatform: false });
  switch (outcome?.kind) {
    case 'returned': {
      const asked = retryRequest(outcome.value);
      return asked && { ...asked, byPlatform: false };
    }
    case 'threw':
      return byApp('FUNCTION_RETRY_REQUEST');
    case 'timed-out':
      return byApp('FUNCTION_TIME_OUT');
    case 'out-of-memory':
      return byApp('FUNCTION_OUT_OF_MEMORY');
    default:
      return { ...byApp('FUNCTION_PLATFORM_UNKNOWN_ERROR'), byPlatform: true };
  }
}

/** The message as it is tried next. */
export const triedAgain = (message: Message, retry: Retry): Message => ({
  ...message,
  failures: message.failures + 1,
  retryCount: message.retryCount + (retry.byPlatform ? 0 : 1),
  lastRetry: { reason: retry.reason, data: retry.data },
});

export const isPastRetention = (message: Message, retry: Retry, now: Date): boolean =>
  remainingRetention(message, now, retry.byPlatform) <= 0;
