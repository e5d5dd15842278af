import type { Bench } from './bench';
import { searchAs } from './search-as';
import { startedSite } from './started-site';

const PORT = 4712;

export const memory: Bench = {
  name: 'Memory',
  async measure() {
    const site = await startedSite(PORT, '--seed', 'large:10000');
    try {
      await searchAs('erin', fetch, site.url, 'project = OPS ORDER BY created DESC');
      const measured = await site.memory();
      return [{ what: 'site with 10,000 issues, after a search', unit: 'MB', measured, budget: 400 }];
    } finally {
      await site.stop();
    }
  },
};
