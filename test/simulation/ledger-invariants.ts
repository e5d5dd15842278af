import { expect } from '@jest/globals';
import * as v from 'valibot';
import { type Change, ChangeSchema } from '../../src/domain/change';
import { evolve, headOf } from '../../src/domain/evolve';
import type { Ground } from '../../src/domain/gate';
import { readRegisterRow } from '../../src/domain/register-row';
import { type LedgerRow, readRow } from '../../src/domain/row';
import type { Site } from '../support/a-site';
import { eventsOf } from '../support/as-of-oracle';
import { issueId } from '../support/memory-ports';
import type { Played } from './play';

const LEADS = ['712020:lee', '712020:lou'];
const SECURITY = ['712020:sam', '712020:sky'];
/** The margin between the app's clock and the storage's: here one invocation, at most 55 s. */
const CLOCKS_APART_MS = 55_000;

export interface Ledger {
  readonly rows: readonly LedgerRow[];
  /** The change after each row. */
  readonly folds: readonly Change[];
  readonly last: Change;
}

export const isRegistered = (site: Site, id: string): boolean =>
  site.forge.kvs.store.read('entity:ledger', `${id}:1`) !== undefined;

/** Rows 1 to n as they are stored, each read and believed: contiguous, linked, unaltered (invariants 5 and 6). */
export function ledgerOf(site: Site, id: string): Ledger {
  const rows: LedgerRow[] = [];
  const folds: Change[] = [];
  for (let seq = 1; ; seq += 1) {
    const entry = site.forge.kvs.store.read('entity:ledger', `${id}:${seq}`);
    if (entry === undefined) break;
    const before = folds.at(-1);
    const row = readRow(entry.value, issueId(id), headOf(before));
    expect(entry.updatedAt).toBe(entry.createdAt);
    expect(Math.abs(Date.parse(row.at) - entry.createdAt)).toBeLessThanOrEqual(CLOCKS_APART_MS);
    rows.push(row);
    folds.push(evolve(before, row));
  }
  const last = folds.at(-1);
  if (last === undefined) throw new Error(`Issue ${id} has no rows.`);
  return { rows, folds, last };
}

/** Invariants 3, 4 and 12: one row for what was acknowledged, none for what was refused, by the platform's principal. */
export function checkAnswers({ rows }: Ledger, { told }: Played): void {
  for (const { commandId, accountId, outcome } of told) {
    const mine = rows.filter((row) => row.commandId === commandId);
    if (outcome === 'recorded') expect(mine).toHaveLength(1);
    if (outcome === 'refused') expect(mine).toHaveLength(0);
    expect(mine.length).toBeLessThanOrEqual(1);
    for (const row of mine) {
      expect(row.actor).toBe(accountId);
      for (const event of eventsOf(row)) if (event.type === 'approved') expect(event.by).toBe(accountId);
    }
  }
}

/** Invariants 7, 8 and 9: the checkpoint is the fold of its rows and is due within a day; one number without a gap. */
export function checkStores(site: Site, id: string, { folds, last }: Ledger): void {
  const stored = site.forge.kvs.store.read('entity:change', id)?.value;
  const kept = v.parse(
    v.object({ state: ChangeSchema, openState: v.string(), nextActionAt: v.string(), seq: v.number() }),
    stored,
  );
  expect(kept.state).toEqual(folds[kept.seq - 1]);
  expect(kept.seq).toBe(last.seq);
  const over = last.whereabouts === 'deleted' || ['closed', 'cancelled'].includes(last.stage);
  if (!over) expect(kept.openState).toBe('open');
  if (kept.openState === 'open') {
    expect(Date.parse(kept.nextActionAt)).toBeLessThanOrEqual(site.clock.now().getTime() + 24 * 3_600_000);
  }
  const register = site.forge.kvs.store.entries('entity:register', 0);
  expect(register.map((entry) => readRegisterRow(entry.value, Number(entry.key)).issueId)).toEqual([id]);
  expect(last.number).toBe(1);
}

/** Invariants 1 and 14: each opening rests on people who may, for that very content, and never on what was disowned. */
export function checkOpenings({ rows, folds }: Ledger): void {
  rows.forEach((row, index) => {
    const before = folds[index - 1];
    const requesters = folds[index]?.requesters ?? [];
    for (const event of eventsOf(row)) {
      if (event.type !== 'gate-opened' || before === undefined) continue;
      const of = (as: Ground['as']) => event.restsOn.find((ground) => ground.as === as);
      const disowned = Object.values(before.slots).flatMap((slot) => slot.repudiated.map((one) => one.approvalSeq));
      for (const { seq } of event.restsOn) expect(disowned).not.toContain(seq);
      if (event.gate === 'reviews') {
        const [peer, security] = [of('peer-review'), of('security-review')];
        expect(peer?.by).not.toBe(security?.by);
        expect(SECURITY).toContain(security?.by);
        for (const { by } of event.restsOn) expect(requesters).not.toContain(by);
        for (const review of Object.values(before.reviews)) {
          expect(review).toMatchObject({ attestation: { outcome: 'passed' }, content: { digest: event.digest } });
        }
        continue;
      }
      const [lead, security] = [of('engineering-lead'), of('security')];
      expect(LEADS).toContain(lead?.by);
      expect(SECURITY).toContain(security?.by);
      for (const slot of Object.values(before.slots)) {
        expect(slot.rejections).toEqual([]);
        if (event.gate === 'approvals') expect(slot.approval?.content.digest).toBe(event.digest);
        else expect(slot.approval?.report === null || slot.approval?.ratified !== null).toBe(true);
      }
      if (event.gate === 'approvals') for (const { by } of event.restsOn) expect(requesters).not.toContain(by);
      else expect(Object.values(before.documents)).not.toContain(null);
    }
  });
}

/** Invariants 11 and 15: no later row changes a passage or a due time; nothing begins or breaks twice. */
export function checkNothingMoves({ folds, last }: Ledger): void {
  folds.slice(1).forEach((fold, index) => {
    const before = folds[index];
    if (before === undefined) return;
    expect(fold.passages.slice(0, before.passages.length)).toEqual(before.passages);
    expect(fold.breaches.slice(0, before.breaches.length)).toEqual(before.breaches);
    before.obligations.forEach(({ id, due, doneAt }, place) => {
      expect(fold.obligations[place]).toMatchObject({ id, due, ...(doneAt === null ? {} : { doneAt }) });
    });
  });
  for (const ids of [last.obligations, last.breaches, last.effects].map((some) => some.map(({ id }) => id))) {
    expect(ids).toEqual([...new Set(ids)]);
  }
}
