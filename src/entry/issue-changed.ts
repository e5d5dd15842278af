import type { InvocationError } from '@forge/events';
import { readIssueEvent } from '../application/issue-event';
import { wire } from '../wiring/wire';
import { retryLater } from './retry-request';

/** Product events of issues are hints: each asks for a visit of the change that it is about. */
export async function handler(
  event: unknown,
  context: { readonly installContext?: unknown },
): Promise<InvocationError | undefined> {
  try {
    const { clock, visits } = wire(context.installContext);
    const { issueIds, news } = readIssueEvent(event, clock.now());
    await visits.ask(issueIds, 0, news);
    return undefined;
  } catch (failure) {
    return retryLater('An event of an issue could not be worked through.', failure);
  }
}
