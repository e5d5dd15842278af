import { Queue } from '@forge/events';
import type { News, Visits } from '../../application/ports';

/** Of the consumer `change-worker` in manifest.yml. */
const QUEUE = 'changes';

/** Most events of one push. */
const BATCH = 50;

/** A visit as the queue carries it. */
interface Body {
  readonly [key: string]: unknown;
  readonly issueId: string;
  readonly news?: News;
}

export const queueVisits: Visits = {
  async ask(issueIds, delaySeconds = 0, news) {
    const queue = new Queue<Body>({ key: QUEUE });
    for (let start = 0; start < issueIds.length; start += BATCH) {
      await queue.push(
        issueIds.slice(start, start + BATCH).map((issueId) => ({
          body: { issueId, ...(news === undefined ? {} : { news }) },
          // One worker at a time for each change: the others would only lose the race for the next row.
          concurrency: { key: `change-${issueId}`, limit: 1 },
          ...(delaySeconds === 0 ? {} : { delayInSeconds: delaySeconds }),
        })),
      );
    }
  },
};
