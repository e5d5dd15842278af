import type { SiteBeginning } from '../emulator';
import { buildDemoSite } from '../jira/site/demo-site';
import { buildEmptySite } from '../jira/site/empty-site';
import { buildExistingSite } from '../jira/site/existing-site';
import { fillLargeSite } from './large-site';
import { seedDemoIssues } from './seed-demo-issues';
import { seedExistingIssues } from './seed-existing-issues';

export const SEED_NAMES = 'demo (the default), empty, existing, large, or large:N for N issues';

export const DEFAULT_SEED = 'demo';

const LARGE = /^large(?::([1-9]\d{0,5}))?$/;
const DEFAULT_LARGE = 10_000;

/** How a site of this name begins; undefined where there is no such seed. */
export function siteSeed(name: string): SiteBeginning | undefined {
  const large = LARGE.exec(name);
  if (large !== null) return largeSite(Number(large[1] ?? DEFAULT_LARGE));
  switch (name) {
    case 'demo':
      return { build: buildDemoSite, fill: seedDemoIssues };
    case 'empty':
      return { build: buildEmptySite, fill: () => Promise.resolve() };
    case 'existing':
      return { build: buildExistingSite, fill: seedExistingIssues };
    default:
      return undefined;
  }
}

const largeSite = (count: number): SiteBeginning => ({
  build: buildDemoSite,
  fill({ jira, clock }) {
    fillLargeSite(jira.store, clock, count);
    return Promise.resolve();
  },
});
