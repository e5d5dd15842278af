import type { InvocationError } from '@forge/events';
import { readProjectEvent } from '../application/issue-event';
import { wire } from '../wiring/wire';
import { retryLater } from './retry-request';

/** Open changes of one project that are told of its end; the sweep visits the rest within a day. */
const MOST_AT_ONCE = 400;

/** Jira sends no event for the issues of a deleted project, so its open changes are told one by one. */
export async function handler(
  event: unknown,
  context: { readonly installContext?: unknown },
): Promise<InvocationError | undefined> {
  try {
    const { clock, checkpoints, visits } = wire(context.installContext);
    const { projectId, news } = readProjectEvent(event, clock.now());
    const open = await checkpoints.ofProject(projectId, MOST_AT_ONCE);
    if (open.length > 0) await visits.ask(open, 0, news);
    return undefined;
  } catch (failure) {
    return retryLater('An event of a project could not be worked through.', failure);
  }
}
