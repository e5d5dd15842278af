import { jiraConfiguration } from '../adapters/jira/configuration/read-configuration';
import { queueProjectVisits } from '../adapters/queue/project-visits';
import type { ProjectPorts } from '../application/ports';
import { wire } from './wire';

/** The ports of the daily check. A function imports no wiring that carries more than it needs. */
export const wireProjects = (installContext: unknown): ProjectPorts => ({
  ...wire(installContext),
  configuration: jiraConfiguration,
  projectVisits: queueProjectVisits,
});
