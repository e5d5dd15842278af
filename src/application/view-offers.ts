import type { Offer } from '../api';
import * as v from 'valibot';
import type { Change } from '../domain/change';
import type { Act, Person } from '../domain/command';
import { contentDigest } from '../domain/content';
import { decide } from '../domain/decide';
import { CommandIdSchema } from '../domain/ids';
import { contentOf, type IssueFacts } from '../domain/issue-facts';
import { SLOTS } from '../domain/policy';

const PROBE = v.parse(CommandIdSchema, '00000000-0000-0000-0000-000000000000');

/** What the person may do now: every act is put to the same `decide` that will answer it. */
export function offersFor(change: Change, facts: IssueFacts, person: Person): readonly Offer[] {
  const expectedDigest = contentDigest(contentOf(change, facts));
  const accepted = (act: Act) =>
    decide(change, { id: PROBE, act, person, facts, checkedAt: change.at }).kind === 'accepted';
  const reason = 'probe';
  const inSlots = SLOTS.flatMap((slot): Offer[] => {
    const acts: readonly Exclude<Act, { kind: 'propose-change' }>[] = [
      { kind: 'approve', slot, comment: '', expectedDigest },
      { kind: 'lift-rejection', slot, reason },
      { kind: 'override-rejection', slot, reason, expectedDigest },
      { kind: 'reject', slot, reason },
      { kind: 'withdraw', slot, reason },
    ];
    return acts.filter(accepted).map(({ kind }) => ({ kind, slot }));
  });
  // Any other link than the recorded one tells whether one may be recorded at all.
  const link = `https://example.com/${change.seq}`;
  return accepted({ kind: 'propose-change', link, revision: 'probe' })
    ? [...inSlots, { kind: 'propose-change' }]
    : inSlots;
}
