import { createHash } from 'node:crypto';
import type { LiveRow, Row } from './rows';

interface Mark {
  readonly value: readonly unknown[];
  round: number;
}

/** Texts longer than this are remembered by their hash. */
const LONGEST_REMEMBERED = 80;

/** Finds what changed between one look at all records of the site and the next. */
export function changedRows(): (live: Iterable<LiveRow>) => readonly Row[] {
  const tables = new Map<string, Map<string, Mark>>();
  let round = 0;
  return (live) => {
    round += 1;
    const changed: Row[] = [];
    for (const row of live) {
      const marks = tables.get(row.table) ?? new Map<string, Mark>();
      tables.set(row.table, marks);
      const value = markOf(row);
      const known = marks.get(row.id);
      if (known !== undefined && same(known.value, value)) {
        known.round = round;
        continue;
      }
      marks.set(row.id, { value, round });
      changed.push(row);
    }
    return [...goneRows(tables, round), ...changed];
  };
}

function markOf({ value, compareBy }: LiveRow): readonly unknown[] {
  if (compareBy === 'parts' && typeof value === 'object' && value !== null) return Object.values(value);
  const text = JSON.stringify(value);
  return [text.length > LONGEST_REMEMBERED ? createHash('sha1').update(text).digest('base64') : text];
}

const same = (before: readonly unknown[], now: readonly unknown[]) =>
  before.length === now.length && before.every((part, place) => part === now[place]);

function goneRows(tables: ReadonlyMap<string, Map<string, Mark>>, round: number): readonly Row[] {
  const gone: Row[] = [];
  for (const [table, marks] of tables) {
    for (const [id, mark] of marks) {
      if (mark.round === round) continue;
      marks.delete(id);
      gone.push({ table, id });
    }
  }
  return gone;
}
