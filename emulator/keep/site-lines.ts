import * as v from 'valibot';
import type { Row } from './rows';

/**
 * The site's file is lines of JSON: a header, then records, each batch of them ended by a commit. A record without a
 * value is one that went away. What follows the last commit was cut off by a crash and does not count.
 */
export const SITE_FORMAT = 1;

const HeaderSchema = v.object({ embeddedJira: v.number(), tables: v.array(v.string()), seed: v.string() });

const ClockSchema = v.object({ now: v.pipe(v.string(), v.isoTimestamp()), ahead: v.number() });

const LineSchema = v.union([
  v.strictTuple([v.literal('set'), v.string(), v.string(), v.unknown()]),
  v.strictTuple([v.literal('gone'), v.string(), v.string()]),
  v.strictTuple([v.literal('commit'), ClockSchema]),
]);

/** Which site a file holds. */
export interface SiteHeader {
  readonly format: number;
  /** The tables of the program that wrote it. */
  readonly tables: readonly string[];
  /** As `--seed` had it. */
  readonly seed: string;
}

/** Where the site's time stood, and how many milliseconds it was ahead of the machine's. */
export type KeptClock = v.InferOutput<typeof ClockSchema>;

export type SiteLine =
  { readonly kind: 'row'; readonly row: Row } | { readonly kind: 'commit'; readonly clock: KeptClock };

export const headerLine = ({ format, tables, seed }: SiteHeader): string =>
  `${JSON.stringify({ embeddedJira: format, tables, seed })}\n`;

export const rowLine = ({ table, id, value }: Row): string =>
  `${JSON.stringify(value === undefined ? ['gone', table, id] : ['set', table, id, value])}\n`;

export const commitLine = (clock: KeptClock): string => `${JSON.stringify(['commit', clock])}\n`;

/** Undefined for what is no header. */
export function readHeader(line: string): SiteHeader | undefined {
  const header = v.safeParse(HeaderSchema, parsed(line));
  if (!header.success) return undefined;
  const { embeddedJira, tables, seed } = header.output;
  return { format: embeddedJira, tables, seed };
}

/** Undefined for what is no line of a site's file. */
export function readLine(line: string): SiteLine | undefined {
  const read = v.safeParse(LineSchema, parsed(line));
  if (!read.success) return undefined;
  const [kind] = read.output;
  switch (kind) {
    case 'set': {
      const [, table, id, value] = read.output;
      return { kind: 'row', row: { table, id, value } };
    }
    case 'gone': {
      const [, table, id] = read.output;
      return { kind: 'row', row: { table, id } };
    }
    case 'commit':
      return { kind: 'commit', clock: read.output[1] };
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
