import { InvocationError, InvocationErrorCode } from '@forge/events';

const RETRY_AFTER_SECONDS = 60;

/** Asks the platform to deliver again what could not be worked through; the cause goes to the app's log. */
export function retryLater(message: string, failure: unknown): InvocationError {
  console.error(message, failure);
  return new InvocationError({
    retryAfter: RETRY_AFTER_SECONDS,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
