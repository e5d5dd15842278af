import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Row, Tables } from './rows';
import { type KeptClock, readHeader, readLine, SITE_FORMAT } from './site-lines';

/** What a file holds, or why it cannot be used. */
export type ReadSite =
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly reason: string }
  | {
      readonly kind: 'site';
      readonly seed: string;
      readonly tables: Tables;
      readonly clock: KeptClock;
      /** Whether a batch at the end was cut off: it is left out. */
      readonly cutOff: boolean;
    };

/** Reads a site's file line by line. `tables` are those of this program. */
export async function readSiteFile(path: string, tables: readonly string[]): Promise<ReadSite> {
  if (!(await stat(path).catch(() => undefined))) return { kind: 'none' };
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  const reader = siteReader(tables);
  for await (const line of lines) {
    const refused = reader.take(line);
    if (refused !== undefined) return { kind: 'unusable', reason: refused };
  }
  return reader.end();
}

function siteReader(expected: readonly string[]) {
  const tables = new Map<string, Map<string, unknown>>();
  let seed: string | undefined;
  let clock: KeptClock | undefined;
  let batch: Row[] = [];
  let number = 0;
  let broken: number | undefined;

  const takeHeader = (line: string): string | undefined => {
    const header = readHeader(line);
    if (header === undefined) return 'its first line is not that of a kept site';
    if (header.format !== SITE_FORMAT || !sameNames(header.tables, expected)) {
      return 'another version of the program wrote it';
    }
    ({ seed } = header);
    return undefined;
  };

  return {
    /** What is wrong with the file, as soon as that is sure. */
    take(line: string): string | undefined {
      number += 1;
      if (seed === undefined) return takeHeader(line);
      const read = readLine(line);
      if (read === undefined) {
        broken ??= number;
        return undefined;
      }
      if (broken !== undefined) return `its line ${broken} is broken`;
      if (read.kind === 'row') {
        batch.push(read.row);
        return undefined;
      }
      for (const row of batch) apply(tables, row);
      batch = [];
      ({ clock } = read);
      return undefined;
    },
    end(): ReadSite {
      if (seed === undefined || clock === undefined) return { kind: 'unusable', reason: 'it was never finished' };
      return { kind: 'site', seed, tables, clock, cutOff: batch.length > 0 || broken !== undefined };
    },
  };
}

const sameNames = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((name) => others.includes(name));

function apply(tables: Map<string, Map<string, unknown>>, { table, id, value }: Row): void {
  const records = tables.get(table) ?? new Map<string, unknown>();
  tables.set(table, records);
  if (value === undefined) records.delete(id);
  else records.set(id, value);
}
