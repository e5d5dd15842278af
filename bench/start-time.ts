import type { Bench } from './bench';
import { startedSite } from './started-site';

const PORT = 4711;

/** The second start is measured: the first one builds the pages, as the first one after an installation does. */
export const startTime: Bench = {
  name: 'Start',
  async measure() {
    const first = await startedSite(PORT);
    await first.stop();
    const second = await startedSite(PORT);
    await second.stop();
    return [{ what: 'npm start, demo site, until it is ready', unit: 's', measured: second.seconds, budget: 10 }];
  },
};
