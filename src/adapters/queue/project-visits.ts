import { Queue } from '@forge/events';
import type { ProjectVisits } from '../../application/ports';

/** Of the consumer `project-worker` in manifest.yml. */
const QUEUE = 'projects';

/** Most events of one push. */
const BATCH = 50;

/** Jira takes 500 events a minute from an installation, those of changes among them. */
const MOST_AT_ONCE = 400;

const UNTIL_MORE_SECONDS = 90;

/** One event for each project; where there are too many for now, one for the others together, which comes later. */
export const queueProjectVisits: ProjectVisits = {
  async ask(projectIds) {
    const queue = new Queue<Readonly<Record<string, unknown>>>({ key: QUEUE });
    const now = projectIds.slice(0, MOST_AT_ONCE);
    const others = projectIds.slice(MOST_AT_ONCE);
    if (others.length > 0) await queue.push({ body: { projectIds: others }, delayInSeconds: UNTIL_MORE_SECONDS });
    for (let start = 0; start < now.length; start += BATCH) {
      await queue.push(
        now.slice(start, start + BATCH).map((projectId) => ({
          body: { projectId },
          concurrency: { key: `project-${projectId}`, limit: 1 },
        })),
      );
    }
  },
};
