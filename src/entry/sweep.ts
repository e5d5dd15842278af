import { sweep } from '../application/sweep';
import { wire } from '../wiring/wire';
import { scheduledRun } from './scheduled-run';

/** `scheduledTrigger` hourly-sweep: what is due. */
export const handler = scheduledRun('Sweep', 'changes', wire, sweep);
