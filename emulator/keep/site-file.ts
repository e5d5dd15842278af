import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import type { Row } from './rows';
import { commitLine, headerLine, type KeptClock, rowLine, type SiteHeader } from './site-lines';

/** The file of a site: written whole, then appended to batch by batch. */
export interface SiteFile {
  /** Puts a whole site in the file's place; the one before stays until the new one is complete. */
  rewrite(rows: Iterable<Row>, clock: KeptClock): void;
  append(rows: Iterable<Row>, clock: KeptClock): void;
  /** Bytes appended since the file was last written whole, and the bytes that it had then. */
  sizes(): { readonly whole: number; readonly appended: number };
  close(): void;
}

/** Lines are handed to the system in pieces of about this many characters. */
const PIECE = 1_000_000;

/**
 * Nothing is on disk before `rewrite`. Appended batches are handed to the system at once, so that a killed process
 * loses none; they are not forced to the disk, so that a power cut may. Throws what the system says.
 */
export function siteFile(path: string, header: SiteHeader): SiteFile {
  let open: number | undefined;
  let sizes = { whole: 0, appended: 0 };
  const close = () => {
    if (open !== undefined) closeSync(open);
    open = undefined;
  };
  return {
    rewrite(rows, clock) {
      close();
      const unfinished = `${path}.new`;
      const file = openSync(unfinished, 'w', 0o600);
      try {
        sizes = { whole: write(file, lines(rows, clock, header)), appended: 0 };
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(unfinished, path);
      open = openSync(path, 'a');
    },
    append(rows, clock) {
      if (open === undefined) throw new Error('The file has not been written whole.');
      sizes = { ...sizes, appended: sizes.appended + write(open, lines(rows, clock)) };
    },
    sizes: () => sizes,
    close,
  };
}

function* lines(rows: Iterable<Row>, clock: KeptClock, header?: SiteHeader): Iterable<string> {
  if (header !== undefined) yield headerLine(header);
  for (const row of rows) yield rowLine(row);
  yield commitLine(clock);
}

/** The bytes written. */
function write(file: number, parts: Iterable<string>): number {
  let bytes = 0;
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    bytes += writeAll(file, piece);
    piece = '';
  }
  return bytes + writeAll(file, piece);
}

/** The system may take less at a time than it is given. */
function writeAll(file: number, text: string): number {
  const buffer = Buffer.from(text);
  for (let written = 0; written < buffer.length;) written += writeSync(file, buffer, written);
  return buffer.length;
}
