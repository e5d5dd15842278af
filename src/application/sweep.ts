import { momentOf } from '../domain/ids';
import type { Ports } from './ports';

/** What one sweep hands on; the queue takes 500 messages a minute, and the next sweep takes the rest. */
const MOST_AT_ONCE = 400;

/** Asks for a visit to every open change that is due. One query when nothing is. Answers how many were asked for. */
export async function sweep({ checkpoints, visits, clock }: Ports): Promise<number> {
  const due = await checkpoints.due(momentOf(clock.now()), MOST_AT_ONCE);
  if (due.length > 0) await visits.ask(due);
  return due.length;
}
