import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeeper } from '../../emulator/keep/keeper';
import { readSiteFile } from '../../emulator/keep/read-site-file';
import type { LiveRow } from '../../emulator/keep/rows';
import { type SiteFile, siteFile } from '../../emulator/keep/site-file';
import { SITE_FORMAT } from '../../emulator/keep/site-lines';

const TABLES = ['jira.issues', 'jira.groups'];
const HEADER = { format: SITE_FORMAT, tables: TABLES, seed: 'demo' };

const freshFile = () => join(mkdtempSync(join(tmpdir(), 'keep-')), 'site.jsonl');

/** A site of two tables; those of issues are compared by their parts. */
function aKeptSite(path: string) {
  const tables = new Map(TABLES.map((table) => [table, new Map<string, unknown>()]));
  const state = { ahead: 0, generation: 0 };
  const said: string[] = [];
  const site = {
    *rows(): Iterable<LiveRow> {
      for (const [table, records] of tables) {
        const compareBy = table === 'jira.issues' ? 'parts' : 'text';
        for (const [id, value] of records) yield { table, id, value, compareBy };
      }
    },
    clock: () => ({ now: '2026-11-24T09:00:00.000Z', ahead: state.ahead }),
    generation: () => state.generation,
  };
  const file = siteFile(path, HEADER);
  const keeper = (through: SiteFile = file) => createKeeper(site, through, (sentence) => said.push(sentence));
  return { tables, state, said, file, keeper, content: () => contentOf(tables) };
}

const contentOf = (tables: ReadonlyMap<string, ReadonlyMap<string, unknown>>): unknown =>
  [...tables].filter(([, records]) => records.size > 0).map(([table, records]) => [table, [...records]]);

/** Without the order: a record that went and came back between two saves keeps its place in the file. */
const byId = (tables: ReadonlyMap<string, ReadonlyMap<string, unknown>>): unknown =>
  Object.fromEntries(
    [...tables].flatMap(([table, records]) => (records.size > 0 ? [[table, Object.fromEntries(records)]] : [])),
  );

async function read(path: string) {
  const found = await readSiteFile(path, TABLES);
  return found.kind === 'site' ? { ...found, content: contentOf(found.tables) } : found;
}

const idArbitrary = fc.constantFrom('1', '2', '3', '4');
const editArbitrary = fc.record({
  table: fc.constantFrom(...TABLES),
  id: idArbitrary,
  value: fc.option(fc.record({ name: fc.string(), list: fc.array(fc.integer(), { maxLength: 2 }) })),
});

describe('a kept site', () => {
  it('is read back as it stood at the last save, also when a crash cut off what came later', async () => {
    const batches = fc.array(fc.array(editArbitrary, { maxLength: 5 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(batches, fc.double({ min: 0, max: 1, noNaN: true }), async (edits, where) => {
        const path = freshFile();
        const { tables, file, keeper } = aKeptSite(path);
        const { save } = keeper();
        const stood: { readonly bytes: number; readonly content: unknown }[] = [];
        for (const batch of edits) {
          for (const { table, id, value } of batch) {
            if (value === null) tables.get(table)?.delete(id);
            else tables.get(table)?.set(id, value);
          }
          save();
          stood.push({ bytes: readFileSync(path).length, content: structuredClone(byId(tables)) });
        }
        file.close();
        const whole = readFileSync(path);
        const first = stood[0]?.bytes ?? 0;
        const cut = first + Math.floor((whole.length - first) * where);
        writeFileSync(path, whole.subarray(0, cut));

        // A batch is whole without its last line's end.
        const last = stood.findLast(({ bytes }) => bytes - 1 <= cut);
        const found = await readSiteFile(path, TABLES);
        expect(found.kind === 'site' && byId(found.tables)).toEqual(last?.content);
      }),
      { numRuns: 100 },
    );
  });

  it('is not written when nothing changed, and only what changed is', () => {
    const path = freshFile();
    const { tables, keeper } = aKeptSite(path);
    tables.get('jira.issues')?.set('1', { summary: 'One' }).set('2', { summary: 'Two' });
    const { save } = keeper();
    save();
    const before = readFileSync(path, 'utf8');
    save();
    expect(readFileSync(path, 'utf8')).toBe(before);
    tables.get('jira.issues')?.set('2', { summary: 'Changed' });
    save();
    const added = readFileSync(path, 'utf8').slice(before.length);
    expect(added).toContain('Changed');
    expect(added).not.toContain('One');
  });

  it('sees a change deep inside a record of a short table', async () => {
    const path = freshFile();
    const { tables, keeper, content } = aKeptSite(path);
    const group = { members: ['erin'] };
    tables.get('jira.groups')?.set('1', group);
    const { save } = keeper();
    save();
    group.members.push('pat');
    save();
    expect(await read(path)).toMatchObject({ content: content() });
  });

  it('keeps a move of the clock though nothing else changed', async () => {
    const path = freshFile();
    const { state, keeper } = aKeptSite(path);
    const { save } = keeper();
    save();
    state.ahead = 86_400_000;
    save();
    expect(await read(path)).toMatchObject({ clock: { ahead: 86_400_000 } });
  });

  it('is written whole again, in its new order, when another site took its place', async () => {
    const path = freshFile();
    const { tables, state, keeper, content } = aKeptSite(path);
    const issues = tables.get('jira.issues');
    issues?.set('1', { summary: 'One' }).set('2', { summary: 'Two' });
    const { save } = keeper();
    save();
    issues?.clear();
    issues?.set('2', { summary: 'Two' }).set('1', { summary: 'One' });
    state.generation += 1;
    save();
    expect(await read(path)).toMatchObject({ content: content() });
  });

  it('says once that it cannot be written, and is whole again when it can', async () => {
    const path = freshFile();
    const { tables, said, file, keeper, content } = aKeptSite(path);
    let full = false;
    const { save } = keeper({
      ...file,
      append(rows, clock) {
        file.append(rows, clock);
        if (!full) return;
        // As a disk that takes the first half of a batch.
        const written = readFileSync(path);
        writeFileSync(path, written.subarray(0, written.length - 20));
        throw new Error('ENOSPC: no space left on device');
      },
      rewrite(rows, clock) {
        if (full) throw new Error('ENOSPC: no space left on device');
        file.rewrite(rows, clock);
      },
    });
    save();
    full = true;
    for (const summary of ['One', 'Two', 'Three']) {
      tables.get('jira.issues')?.set('1', { summary });
      save();
    }
    expect(said).toEqual([expect.stringContaining('no space left')]);
    full = false;
    save();
    expect(await read(path)).toMatchObject({ content: content(), cutOff: false });
  });
});
