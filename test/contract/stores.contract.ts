import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Attention, CheckpointStore, LedgerStore, RegisterStore } from '../../src/application/ports';
import { momentOf } from '../../src/domain/ids';
import { sealRegisterRow } from '../../src/domain/register-row';
import { type LedgerRow, sealRow } from '../../src/domain/row';
import { ERIN, registered, told } from '../support/a-change';
import { freshCommandId } from '../support/memory-ports';

/** The stores, fresh. `within` runs what a test does where they can be reached. */
export interface Stores {
  readonly ledger: LedgerStore;
  readonly checkpoints: CheckpointStore;
  readonly register: RegisterStore;
  readonly within: (work: () => Promise<void>) => Promise<void>;
  /** Lets queries see everything that was written. */
  readonly settleQueries: () => Promise<void>;
  /** The next write arrives, but its answer does not. */
  readonly loseNextAnswer: () => void;
  /** The next write does not arrive. */
  readonly loseNextWrite: () => void;
}

const REGISTERED = registered();
const { issueId, at, firstRowHash, registeredAt } = REGISTERED.change;

/** A first row that nobody else writes. */
const firstRow = (): LedgerRow =>
  sealRow({ issueId, now: at, actor: 'app', commandId: freshCommandId(), events: [], policyVersion: 0 }, undefined);

const PROPOSED = told(REGISTERED, ERIN, [
  { type: 'change-proposed', proposedChange: { link: 'https://example.com/pull/1', revision: 'a1' } },
]).change;

const soon = '2026-11-24T04:00:00.000Z';
const SOON: Attention = { state: 'open', nextActionAt: momentOf(new Date(soon)) };
const LATER = momentOf(new Date('2026-11-24T05:00:00.000Z'));

/** What every implementation of the stores has to keep. */
export function storesContract(fresh: () => Promise<Stores>): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await fresh();
  });
  /** A test that runs where the stores can be reached. */
  const holds = (name: string, check: (stores: Stores) => Promise<void>) =>
    it(name, () => stores.within(() => check(stores)));

  describe('the ledger', () => {
    holds('says that a row is not there, and gives back what was appended', async ({ ledger }) => {
      const row = firstRow();
      expect(await ledger.row(issueId, 1)).toBeUndefined();
      expect(await ledger.append(row)).toBe('appended');
      expect(await ledger.row(issueId, 1)).toEqual(row);
    });

    holds('never overwrites a row', async ({ ledger }) => {
      const row = firstRow();
      await ledger.append(row);
      expect(await ledger.append(firstRow())).toBe('taken');
      expect(await ledger.row(issueId, 1)).toEqual(row);
    });

    holds('reads all rows in order, and says which are not there', async ({ ledger }) => {
      const [one, two] = [REGISTERED.rows[0], told(REGISTERED, ERIN, []).rows[1]];
      for (const row of [one, two]) if (row !== undefined) await ledger.append(row);
      expect(await ledger.rows(issueId, 3)).toEqual([one, two, undefined]);
    });

    holds('lets exactly one of many racing writers have a place', async ({ ledger }) => {
      const rivals = Array.from({ length: 20 }, firstRow);
      const outcomes = await Promise.all(rivals.map((row) => ledger.append(row)));
      expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
      expect(await ledger.row(issueId, 1)).toEqual(rivals[outcomes.indexOf('appended')]);
    });

    holds('throws when a write did not arrive, and leaves the place free', async ({ ledger, loseNextWrite }) => {
      loseNextWrite();
      await expect(ledger.append(firstRow())).rejects.toThrow();
      expect(await ledger.row(issueId, 1)).toBeUndefined();
    });

    holds('holds the same row once when its write is repeated after a lost answer', async (reach) => {
      const row = firstRow();
      reach.loseNextAnswer();
      await reach.ledger.append(row).catch(() => undefined);
      expect(await reach.ledger.append(row)).toBe('appended');
      expect(await reach.ledger.append(firstRow())).toBe('taken');
      expect(await reach.ledger.row(issueId, 1)).toEqual(row);
    });
  });

  describe('checkpoints', () => {
    holds('are kept whole', async ({ checkpoints }) => {
      expect(await checkpoints.checkpoint(issueId)).toBeUndefined();
      await checkpoints.save(PROPOSED, SOON);
      expect(await checkpoints.checkpoint(issueId)).toEqual(PROPOSED);
    });

    holds('go forward and never back', async ({ checkpoints }) => {
      await checkpoints.save(REGISTERED.change, SOON);
      await checkpoints.save(PROPOSED, SOON);
      await checkpoints.save(REGISTERED.change, SOON);
      expect(await checkpoints.checkpoint(issueId)).toEqual(PROPOSED);
    });

    holds('end at the latest, whoever of many writers comes last', async ({ checkpoints }) => {
      const states = [REGISTERED.change, PROPOSED, REGISTERED.change, PROPOSED, REGISTERED.change];
      await Promise.all(states.map((state) => checkpoints.save(state, SOON)));
      expect(await checkpoints.checkpoint(issueId)).toEqual(PROPOSED);
    });
  });

  describe('the changes that are due', () => {
    holds('are the open ones whose time has come', async ({ checkpoints, settleQueries }) => {
      await checkpoints.save(REGISTERED.change, SOON);
      await settleQueries();
      expect(await checkpoints.due(at, 10)).toEqual([]);
      expect(await checkpoints.due(SOON.nextActionAt, 10)).toEqual([issueId]);
      expect(await checkpoints.ofProject(REGISTERED.change.projectId, 10)).toEqual([issueId]);
      expect(await checkpoints.ofProject('another', 10)).toEqual([]);
    });

    holds('wait for their new time when it is put off, with no new row', async ({ checkpoints, settleQueries }) => {
      await checkpoints.save(REGISTERED.change, SOON);
      await checkpoints.save(REGISTERED.change, { state: 'open', nextActionAt: LATER });
      await settleQueries();
      expect(await checkpoints.due(SOON.nextActionAt, 10)).toEqual([]);
      expect(await checkpoints.due(LATER, 10)).toEqual([issueId]);
    });

    holds('are no longer due once they are settled', async ({ checkpoints, settleQueries }) => {
      await checkpoints.save(REGISTERED.change, SOON);
      await checkpoints.save(PROPOSED, { state: 'settled', nextActionAt: SOON.nextActionAt });
      await settleQueries();
      expect(await checkpoints.due(LATER, 10)).toEqual([]);
    });
  });

  describe('the register', () => {
    const entry = { issueId, firstRowHash, registeredAt };

    holds('gives each number once', async ({ register }) => {
      const row = sealRegisterRow(1, entry, undefined);
      expect(await register.row(1)).toBeUndefined();
      expect(await register.append(row)).toBe('appended');
      expect(await register.append({ ...row, hash: firstRowHash })).toBe('taken');
      expect(await register.row(1)).toEqual(row);
    });

    holds('remembers where to search on', async ({ register }) => {
      expect(await register.lowestUnsearched()).toBe(1);
      await register.remember(7);
      expect(await register.lowestUnsearched()).toBe(7);
    });
  });
}
