import { Queue } from '@forge/events';
import type { ProjectVisits } from '../../application/ports';

/** Of the consumer `project-worker` in manifest.yml. */
const QUEUE = 'projects';

/** Most events of one push. */
const BATCH = 50;

export const queueProjectVisits: ProjectVisits = {
  async ask(projectIds) {
    const queue = new Queue<{ readonly projectId: string }>({ key: QUEUE });
    for (let start = 0; start < projectIds.length; start += BATCH) {
      await queue.push(
        projectIds.slice(start, start + BATCH).map((projectId) => ({
          body: { projectId },
          concurrency: { key: `project-${projectId}`, limit: 1 },
        })),
      );
    }
  },
};
