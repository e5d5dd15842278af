import { reconcile } from '../application/reconcile';
import { wire } from '../wiring/wire';
import { scheduledRun } from './scheduled-run';

/** `scheduledTrigger` hourly-reconcile: what events missed. */
export const handler = scheduledRun('Reconciliation', 'changes', wire, reconcile);
