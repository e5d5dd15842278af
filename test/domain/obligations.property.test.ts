import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Change } from '../../src/domain/change';
import { consequences } from '../../src/domain/consequences';
import { evolveBy } from '../../src/domain/evolve';
import { approvalsGate, closureGate, deployGate } from '../../src/domain/gate';
import { momentOf } from '../../src/domain/ids';
import { nextVisit } from '../../src/domain/next-visit';
import { DEFAULT_POLICY, type FollowUp } from '../../src/domain/policy';
import { aModelSite, foldsOf, type ModelSite, STATUSES } from '../support/a-model-site';
import { type Happening, happen, histories } from '../support/a-history';
import { naiveDeadline } from './calendar/naive-count';
import { HISTORY_SEED } from '../support/history-seed';

const DAY = 24 * 3_600_000;
const skews = fc.constantFrom(-4_000, 0, 2_500);

jest.spyOn(console, 'warn').mockImplementation(() => undefined);

/** A history, and then ten days of visits in a Jira that answers, so that all that is due has become late. */
async function play(steps: readonly Happening[], skew: number): Promise<ModelSite> {
  const site = aModelSite(skew);
  await site.visit();
  for (const next of steps) {
    await happen(site, next);
    if (next.kind === 'visit') expectAttention(site);
  }
  site.breakDeeds(false);
  for (let day = 0; day < 10; day += 1) {
    site.pass(DAY);
    expect(await site.visit()).toBe(true);
    expectAttention(site);
  }
  return site;
}

/** An open change has a time to be looked at, within a day; and one that has just been seen to is not due at once. */
function expectAttention(site: ModelSite): void {
  const [attention] = [...site.stores.attention.values()];
  if (attention === undefined || !site.visitedWell()) return;
  expect(Date.parse(attention.nextActionAt) - Date.parse(site.appNow())).toBeLessThanOrEqual(DAY);
  expect(attention.nextActionAt > site.appNow()).toBe(true);
}

const endOfWorkingDay = (from: string, days: number): string =>
  momentOf(new Date(naiveDeadline(DEFAULT_POLICY.calendar, Date.parse(from), days).due));

const ended = (folds: readonly Change[]): Change => {
  const last = folds.at(-1);
  if (last === undefined) throw new Error('The change is registered.');
  return last;
};

describe('an obligation', () => {
  it('has one due time that never moves, and one breach exactly when it was not fulfilled by then', async () => {
    let late = 0;
    let inTime = 0;
    await fc.assert(
      fc.asyncProperty(histories(24), skews, async (steps, skew) => {
        const site = await play(steps, skew);
        const folds = foldsOf(site.rows());
        expectUnmoved(folds);
        const change = ended(folds);
        for (const { id, doneAt, endedAt, due } of change.obligations) {
          const flagged = change.breaches.filter((breach) => breach.id === `late:${id}`);
          const isLate = (doneAt ?? endedAt ?? site.appNow()) > due;
          expect({ id, breaches: flagged.length }).toEqual({ id, breaches: isLate ? 1 : 0 });
          if (isLate) late += 1;
          else inTime += 1;
        }
        const names = change.breaches.map(({ id }) => id);
        expect(names).toEqual([...new Set(names)]);
      }),
      { numRuns: 150, seed: HISTORY_SEED },
    );
    expect(Math.min(late, inTime)).toBeGreaterThan(50);
  }, 120_000);

  it('is due when an independent count says, and is met by what happened in Jira, however late that was told', async () => {
    await fc.assert(
      fc.asyncProperty(histories(24), skews, async (steps, skew) => {
        const site = await play(steps, skew);
        const moves = statusMoves(site);
        for (const { id, duty, from, due, doneAt } of ended(foldsOf(site.rows())).obligations) {
          if (duty.kind === 'follow-up') expect({ id, due }).toEqual({ id, due: endOfWorkingDay(from, 3) });
          if (duty.kind === 'ratification') expect({ id, due }).toEqual({ id, due: endOfWorkingDay(from, 1) });
          if (duty.kind !== 'mark-deployed') continue;
          expect(Date.parse(due) - Date.parse(from)).toBe(4 * 3_600_000);
          const left = moves.find(({ at, from: status }) => at > from && status === STATUSES.deploying.id);
          if (doneAt !== null && left !== undefined) expect({ id, at: doneAt }).toEqual({ id, at: left.at });
        }
      }),
      { numRuns: 80, seed: HISTORY_SEED },
    );
  }, 120_000);

  it('leaves a completed change without breach only when everything is there', async () => {
    let complete = 0;
    await fc.assert(
      fc.asyncProperty(histories(30), async (steps) => {
        const site = await play(steps, 0);
        const change = ended(foldsOf(site.rows()));
        if (change.stage !== 'closed' || change.breaches.length > 0) return;
        complete += 1;
        expect(change.obligations.every(({ doneAt, endedAt }) => doneAt !== null || endedAt !== null)).toBe(true);
        for (const slot of Object.values(change.slots)) {
          expect(slot.approval).not.toBeNull();
          expect(slot.approval?.report === null || slot.approval?.ratified !== null).toBe(true);
        }
        expect(change.postMortem?.heldAt ?? '').not.toBe('');
        expect(Object.values(change.documents)).not.toContain(null);
        expect(new Set(change.attendance.map(({ slot }) => slot)).size).toBe(2);
      }),
      { numRuns: 100, seed: HISTORY_SEED },
    );
    expect(complete).toBeGreaterThan(0);
  }, 120_000);
});

describe('a repudiated approval', () => {
  it('never counts again, at any gate', async () => {
    let repudiated = 0;
    await fc.assert(
      fc.asyncProperty(histories(30), async (steps) => {
        const site = await play(steps, 0);
        for (const change of foldsOf(site.rows())) {
          const disowned = Object.values(change.slots).flatMap((slot) =>
            slot.repudiated.map(({ approvalSeq }) => approvalSeq),
          );
          repudiated += disowned.length > 0 ? 1 : 0;
          const facts = { at: change.at, requesters: new Set<never>(), content: null };
          for (const gate of [approvalsGate(change, facts), deployGate(change, facts), closureGate(change, facts)]) {
            const grounds = gate.kind === 'open' ? gate.restsOn.map(({ seq }) => seq) : [];
            expect(grounds.filter((seq) => disowned.includes(seq))).toEqual([]);
          }
        }
      }),
      { numRuns: 80, seed: HISTORY_SEED },
    );
    expect(repudiated).toBeGreaterThan(0);
  }, 120_000);
});

describe('what follows by itself', () => {
  it('comes to an end, and nothing more follows from it right away', async () => {
    const closed = fc.subarray<FollowUp>(['post-mortem', 'change-documentation', 'pull-request']);
    await fc.assert(
      fc.asyncProperty(histories(24), fc.nat(), fc.nat({ max: 12 * DAY }), closed, async (steps, n, later, done) => {
        const site = aModelSite();
        await site.visit();
        for (const next of steps) await happen(site, next);
        const folds = foldsOf(site.rows());
        const change = folds[n % folds.length] ?? ended(folds);
        const place = { seq: change.seq + 1, at: momentOf(new Date(Date.parse(change.at) + later)) };
        const subtasks = new Set(done);
        const events = consequences(change, place, subtasks);
        const after = events.reduce((state, event) => evolveBy(state, event, place), change);
        expect(consequences(after, place, subtasks)).toEqual([]);
        const ids = after.effects.map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)]);
        expect(nextVisit(change, place.at) <= momentOf(new Date(Date.parse(place.at) + DAY))).toBe(true);
      }),
      { numRuns: 150, seed: HISTORY_SEED },
    );
  }, 120_000);
});

function expectUnmoved(folds: readonly Change[]): void {
  const known = new Map<string, string>();
  for (const { obligations } of folds) {
    const ids = obligations.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { id, due, from, rule, countedDays } of obligations) {
      const told = JSON.stringify({ due, from, rule, countedDays });
      expect(known.get(id) ?? told).toBe(told);
      known.set(id, told);
    }
  }
}

const statusMoves = (site: ModelSite) =>
  (site.reading()?.history ?? []).flatMap(({ at, items }) =>
    items.flatMap(({ fieldId, from, to }) => (fieldId === 'status' ? [{ at, from, to }] : [])),
  );
