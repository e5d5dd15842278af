import type { Failed } from '../api';

/** What the panel is told when an answer could not be made. The cause goes to the app's log, not to the screen. */
export function failedReply(message: string, failure: unknown): Failed {
  console.error(message, failure);
  return { kind: 'failed', message };
}
