import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evolve, headOf } from '../../src/domain/evolve';
import type { Change } from '../../src/domain/change';
import { issueId, freshCommandId } from '../support/memory-ports';
import { momentOf } from '../../src/domain/ids';
import { gateFacts } from '../../src/domain/slot-standing';
import { approvalsGate } from '../../src/domain/gate';
import { BrokenChain, readRow, sealRow } from '../../src/domain/row';
import {
  after,
  approve,
  deciding,
  ERIN,
  FACTS,
  LEE,
  refusalCode,
  registered,
  SAM,
  type Told,
} from '../support/a-change';

const ID = issueId('10001');

const history = (): Told => {
  const proposed = after(
    registered(),
    { kind: 'propose-change', link: 'https://example.com/pull/7', revision: 'c0ffee' },
    ERIN,
  );
  const lead = after(proposed, approve(proposed, 'engineering-lead'), LEE);
  return after(lead, approve(lead, 'security'), SAM);
};

const read = (stored: readonly unknown[]): Change | undefined =>
  stored.reduce<Change | undefined>((change, row) => evolve(change, readRow(row, ID, headOf(change))), undefined);

const stored = (told: Told): string[] => told.rows.map((row) => JSON.stringify(row));

describe('the chain of rows', () => {
  it('tells the same change when it is read again', () => {
    const told = history();
    expect(read(stored(told).map((text) => JSON.parse(text) as unknown))).toEqual(told.change);
  });

  it('breaks at any changed byte of any row', () => {
    const rows = stored(history());
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 32, max: 126 }), (row, place, code) => {
        const at = row % rows.length;
        const text = rows[at] ?? '';
        const index = place % text.length;
        const changed = text.slice(0, index) + String.fromCharCode(code) + text.slice(index + 1);
        fc.pre(changed !== text);
        const others = rows.map((other, i) => (i === at ? changed : other));
        let parsed: unknown[];
        try {
          parsed = others.map((other) => JSON.parse(other) as unknown);
        } catch {
          return; // Not even JSON any more: no store would hand it out.
        }
        // White space and another spelling of the same JSON are the same row.
        fc.pre(JSON.stringify(parsed) !== `[${rows.join(',')}]`);
        expect(() => read(parsed)).toThrow(BrokenChain);
      }),
      { numRuns: 3000 },
    );
  });

  it('breaks when a row is missing, doubled or in another place', () => {
    const rows = stored(history()).map((text) => JSON.parse(text) as unknown);
    const [first, second, third, fourth] = rows;
    expect(() => read([first, third, fourth])).toThrow(BrokenChain);
    expect(() => read([first, second, second, third])).toThrow(BrokenChain);
    expect(() => read([first, third, second, fourth])).toThrow(BrokenChain);
    expect(() => read([second])).toThrow(BrokenChain);
  });

  it('does not take a row of another issue', () => {
    const [first] = history().rows;
    expect(() => readRow(first, issueId('10002'), undefined)).toThrow(BrokenChain);
  });

  it('never dates a row before the row before it', () => {
    const told = history();
    const early = momentOf(new Date('2020-01-01T00:00:00.000Z'));
    const draft = { issueId: ID, actor: 'app', commandId: freshCommandId(), events: [], policyVersion: 0 } as const;
    expect(sealRow({ ...draft, now: early }, headOf(told.change)).at).toBe(told.change.at);
  });
});

describe('what this version does not know', () => {
  it('is a closed gate and takes no decisions', () => {
    const told = history();
    const draft = { issueId: ID, actor: 'app', commandId: freshCommandId(), policyVersion: 0 } as const;
    const events = [{ type: 'approved-by-oracle', slot: 'security' }] as never;
    const row = sealRow({ ...draft, now: told.change.at, events }, headOf(told.change));
    const change = evolve(told.change, readRow(JSON.parse(JSON.stringify(row)), ID, headOf(told.change)));
    expect(approvalsGate(change, gateFacts(change, FACTS)).kind).toBe('cannot-judge');
    expect(refusalCode(deciding({ rows: [], change }, approve({ rows: [], change }, 'security'), SAM))).toBe(
      'cannot-judge',
    );
  });
});
