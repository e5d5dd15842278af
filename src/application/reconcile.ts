import { addMinutes, differenceInMinutes } from 'date-fns';
import { DEFAULT_POLICY } from '../domain/policy';
import { momentOf } from '../domain/ids';
import type { Ports } from './ports';

/** Jira's search lags behind, so a little of the time before is looked at again. */
const OVERLAP_MINUTES = 15;

/** How far back the first reconciliation looks. */
const FIRST_LOOK_MINUTES = 7 * 24 * 60;

/**
 * Asks for a visit to every emergency change that changed in Jira since the last reconciliation, whether an event told
 * of it or not, so that nothing stays unregistered or unseen.
 */
export async function reconcile({ issues, visits, settings, reconciled, clock }: Ports): Promise<number> {
  const began = clock.now();
  const last = await reconciled.read();
  const minutes =
    last === undefined ? FIRST_LOOK_MINUTES : differenceInMinutes(addMinutes(began, OVERLAP_MINUTES), new Date(last));
  let asked = 0;
  for (const workType of new Set([DEFAULT_POLICY.workType, ...(await settings.workTypes())])) {
    for await (const page of issues.changedWithin(workType, Math.max(minutes, 1))) {
      if (page.length > 0) await visits.ask(page);
      asked += page.length;
    }
  }
  await reconciled.write(momentOf(began));
  return asked;
}
