import { askForChecks } from '../application/set-up/daily-check';
import { wireProjects } from '../wiring/wire-projects';
import { scheduledRun } from './scheduled-run';

/** `scheduledTrigger` daily-set-up-check: every project that has settings. */
export const handler = scheduledRun('Daily check', 'projects', wireProjects, askForChecks);
