import { jiraSetUp } from '../adapters/jira/set-up/set-up-deeds';
import { jiraSiteProjects } from '../adapters/jira/site-projects';
import { kvsSetUpTasks } from '../adapters/kvs/set-up-tasks';
import type { SitePorts } from '../application/ports';
import { wireSettings } from './wire-settings';

/** The ports of the site page, which alone sets projects up. */
export const wireSite = (installContext: unknown): SitePorts => ({
  ...wireSettings(installContext),
  siteProjects: jiraSiteProjects,
  setUp: jiraSetUp,
  setUpTasks: kvsSetUpTasks,
});
