import { sweep } from '../application/sweep';
import { scheduledRun } from './scheduled-run';

/** `scheduledTrigger` hourly-sweep: what is due. */
export const handler = scheduledRun('Sweep', sweep);
