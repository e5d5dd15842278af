import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Change } from '../../src/domain/change';
import { aModelSite, foldsOf, type ModelSite, STATUSES } from '../support/a-model-site';
import { type Happening, happen, histories } from '../support/a-history';
import { type Answer, verdictByOracle } from '../support/as-of-oracle';
import { HISTORY_SEED } from '../support/history-seed';

const UNDER_DEPLOYMENT: readonly string[] = [STATUSES.deploying.id, STATUSES.deployed.id, STATUSES.closed.id];

interface Entry {
  readonly gate: 'deploy' | 'closure';
  readonly at: string;
  readonly to: string;
}

/** The entries that pass a gate, as Jira's own history tells them. */
function entriesOf(site: ModelSite): readonly Entry[] {
  const moves = (site.reading()?.history ?? []).flatMap(({ at, items }) =>
    items.flatMap(({ fieldId, from, to }) => (fieldId === 'status' ? [{ at, from: from ?? '', to: to ?? '' }] : [])),
  );
  return moves.flatMap(({ at, from, to }): readonly Entry[] => {
    if (to === STATUSES.closed.id) return [{ gate: 'closure', at, to }];
    const enters = UNDER_DEPLOYMENT.includes(to) && !UNDER_DEPLOYMENT.includes(from);
    return enters ? [{ gate: 'deploy', at, to }] : [];
  });
}

async function play(steps: readonly Happening[], skew: number): Promise<ModelSite> {
  const site = aModelSite(skew);
  await site.visit();
  for (const next of steps) await happen(site, next);
  site.pass(60_000);
  site.breakDeeds(false);
  await site.visit();
  return site;
}

jest.spyOn(console, 'warn').mockImplementation(() => undefined);

describe('the verdict on an entry', () => {
  it('is there once for each, as the rows of its time say, and stays', async () => {
    const met = new Map<Answer, number>();
    await fc.assert(
      fc.asyncProperty(histories(24), fc.constantFrom(-4_000, -1, 0, 0, 2_500), async (steps, skew) => {
        const site = await play(steps, skew);
        const reading = site.reading();
        if (reading === undefined) throw new Error('The issue is there.');
        const folds = foldsOf(site.rows());
        const entries = entriesOf(site);
        const passages = folds.at(-1)?.passages ?? [];
        expect(passages.map(({ move, verdict }) => ({ gate: verdict.gate, at: move.at, to: move.to.id }))).toEqual(
          entries,
        );
        passages.forEach(({ seq, move, verdict }, index) => {
          // What was known when it was judged: the rows before it. Nothing that came later is needed.
          const known = site.rows().filter((row) => row.seq < seq);
          const before = passages.slice(0, index).filter((one) => one.verdict.gate === verdict.gate);
          const question = { gate: verdict.gate, at: move.at, toStatusId: move.to.id };
          const asked = { ...question, passedBefore: before.at(-1)?.move.at };
          const answer = verdictByOracle(known, readingWhen(site, folds[seq - 1]), asked);
          expect({ at: move.at, gate: verdict.gate, verdict: verdict.verdict }).toEqual({
            at: move.at,
            gate: verdict.gate,
            verdict: answer,
          });
          met.set(answer, (met.get(answer) ?? 0) + 1);
        });
        expectFrozen(folds);
      }),
      { numRuns: 250, seed: HISTORY_SEED },
    );
    // Every answer was met often enough to mean something.
    for (const answer of ['clean', 'satisfied-ungated', 'bypass', 'unproven'] as const) {
      expect({ answer, often: (met.get(answer) ?? 0) > 1 }).toEqual({ answer, often: true });
    }
  }, 120_000);
});

/** The issue as it was when the row was written, by its own history. */
function readingWhen(site: ModelSite, fold: Change | undefined) {
  const reading = site.reading();
  if (reading === undefined || fold === undefined) throw new Error('The issue is there.');
  const seen = site.readingAt(fold.seq);
  return seen ?? reading;
}

/** Passages are only ever added: no later row changes one, and so none improves it. */
function expectFrozen(folds: readonly Change[]): void {
  folds.slice(1).forEach((fold, index) => {
    const before = folds[index]?.passages ?? [];
    expect(fold.passages.slice(0, before.length)).toEqual(before);
  });
}
