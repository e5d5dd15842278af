import { reconcile } from '../application/reconcile';
import { scheduledRun } from './scheduled-run';

/** `scheduledTrigger` hourly-reconcile: what events missed. */
export const handler = scheduledRun('Reconciliation', reconcile);
